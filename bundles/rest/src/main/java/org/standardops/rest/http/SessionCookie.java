package org.standardops.rest.http;

import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie of a session: no script can read it, and no other site can have it sent.
 *
 * @param secure true: only over TLS
 */
public record SessionCookie(boolean secure) {

  private static final String NAME = "standardops-session";

  /** As fits where the server is found; empty: not known. */
  public static SessionCookie of(String publicUrl) {
    return new SessionCookie(publicUrl.startsWith("https:"));
  }

  /** What to set it by. */
  public String set(String secret) {
    return NAME + "=" + secret + attributes();
  }

  /** What to remove it by. */
  public String remove() {
    return NAME + "=; Max-Age=0" + attributes();
  }

  private String attributes() {
    return "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
  }

  /** What the cookie says in the header {@code Cookie} of a request. */
  public static Optional<String> in(String header) {
    return header == null
        ? Optional.empty()
        : Arrays.stream(header.split(";"))
            .map(String::trim)
            .filter(pair -> pair.startsWith(NAME + "="))
            .map(pair -> pair.substring(NAME.length() + 1))
            .filter(secret -> !secret.isEmpty())
            .findFirst();
  }
}
