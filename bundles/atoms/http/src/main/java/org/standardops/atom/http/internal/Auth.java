package org.standardops.atom.http.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.standardops.atom.Parameters;

/**
 * How a request proves who sends it.
 *
 * @param name of the user, header or query parameter, as the kind has it
 */
record Auth(Kind kind, String name, String secret) {

  /** Where the secret stands. */
  enum Kind {
    BASIC,
    BEARER,
    HEADER,
    QUERY
  }

  private static final String AUTHORIZATION = "Authorization";

  static Optional<Auth> of(Parameters parameters) {
    if (!parameters.has("auth")) {
      return Optional.empty();
    }
    Parameters auth = new Parameters(parameters.object("auth"));
    return Optional.of(
        new Auth(Kind.valueOf(auth.text("kind")), auth.text("name", ""), auth.text("secret")));
  }

  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    switch (kind) {
      case BASIC ->
          headers.put(
              AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(nameAndSecret()));
      case BEARER -> headers.put(AUTHORIZATION, "Bearer " + secret);
      case HEADER -> headers.put(name, secret);
      case QUERY -> {}
    }
    return headers;
  }

  URI uri(URI plain) {
    if (kind != Kind.QUERY) {
      return plain;
    }
    String url = plain.toString().split("#", 2)[0];
    String joint = plain.getRawQuery() == null ? "?" : "&";
    return URI.create(url + joint + encoded(name) + "=" + encoded(secret));
  }

  private byte[] nameAndSecret() {
    return (name + ":" + secret).getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return "Auth[" + kind + "]";
  }
}
