package org.standardops.rest.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.HttpHeaders;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.security.Authentication;
import org.standardops.security.Authentication.SessionCaller;
import org.standardops.security.Authentication.TokenCaller;
import org.standardops.services.Caller;
import org.standardops.services.port.TokenScope;

/** The credentials of a request: name and password, an API token, or a session's cookie. */
final class Credentials {

  private static final String BASIC = "basic ";
  private static final String BEARER = "bearer ";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Authentication authentication;

  Credentials(Authentication authentication) {
    this.authentication = authentication;
  }

  /**
   * Who makes this request; empty where it has no credentials, or they do not fit.
   *
   * @throws ProductException FORBIDDEN where a token's scopes are too narrow, or a session's CSRF
   *     token is missing
   */
  Optional<Caller> caller(ContainerRequestContext request, String path, String address) {
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    boolean reads = READING.contains(request.getMethod());
    if (authorization == null) {
      return SessionCookie.in(request.getHeaderString(HttpHeaders.COOKIE))
          .flatMap(secret -> authentication.session(secret, address))
          .map(session -> meant(session, reads, request.getHeaderString("X-CSRF-Token")));
    }
    String scheme = authorization.toLowerCase(Locale.ROOT);
    if (scheme.startsWith(BASIC)) {
      return password(authorization.substring(BASIC.length()).trim(), address);
    }
    if (scheme.startsWith(BEARER)) {
      return authentication
          .token(authorization.substring(BEARER.length()).trim(), address)
          .map(token -> withinScopes(token, reads, path));
    }
    return Optional.empty();
  }

  /** Another site can have a cookie sent, but does not know what to put beside it. */
  private static Caller meant(SessionCaller session, boolean reads, String csrfToken) {
    if (!reads && (csrfToken == null || !same(csrfToken, session.csrfToken()))) {
      throw new ProductException(
          ErrorCode.FORBIDDEN,
          "Send 'X-CSRF-Token' with the csrfToken of POST or GET /session: a change within a session"
              + " needs it.");
    }
    return session.caller();
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static Caller withinScopes(TokenCaller token, boolean reads, String path) {
    Set<TokenScope> scopes = token.scopes();
    boolean within =
        scopes.contains(TokenScope.WRITE)
            || reads && scopes.contains(TokenScope.READ)
            || path.equals("/metrics") && scopes.contains(TokenScope.METRICS);
    if (!within) {
      throw new ProductException(
          ErrorCode.FORBIDDEN,
          "The scopes of this token do not allow the call; it needs "
              + (reads ? "READ or WRITE." : "WRITE."));
    }
    return token.caller();
  }

  private Optional<Caller> password(String base64, String address) {
    char[] nameAndPassword = decoded(base64);
    int colon = new String(nameAndPassword).indexOf(':');
    if (colon < 1) {
      return Optional.empty();
    }
    String name = new String(nameAndPassword, 0, colon);
    char[] password = Arrays.copyOfRange(nameAndPassword, colon + 1, nameAndPassword.length);
    return authentication.password(name, password, address);
  }

  private static char[] decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return Arrays.copyOf(text.array(), text.limit());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return new char[0];
    }
  }
}
