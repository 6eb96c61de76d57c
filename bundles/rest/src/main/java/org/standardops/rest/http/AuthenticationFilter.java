package org.standardops.rest.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.annotation.Priority;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.HttpHeaders;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.rest.contract.Contract;
import org.standardops.security.Authentication;
import org.standardops.services.Caller;

/** Finds out once per request who is calling; other kinds of credentials go in here, too. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class AuthenticationFilter implements ContainerRequestFilter {

  private final Contract contract;
  private final Authentication authentication;

  public AuthenticationFilter(Contract contract, Authentication authentication) {
    this.contract = contract;
    this.authentication = authentication;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String path = "/" + request.getUriInfo().getPath(false).replaceAll("^/+", "");
    if (contract.isPublic(request.getMethod(), path)) {
      return;
    }
    Message message = PhaseInterceptorChain.getCurrentMessage();
    Caller caller =
        caller(request.getHeaderString(HttpHeaders.AUTHORIZATION), address(message))
            .orElseThrow(AuthenticationFilter::unauthenticated);
    if (caller.mustChangePassword() && !path.equals("/me") && !path.startsWith("/me/")) {
      throw new ProductException(
          ErrorCode.PASSWORD_CHANGE_REQUIRED, "Change your password first: PUT /me/password.");
    }
    message.put(Caller.class, caller);
  }

  private static String address(Message message) {
    HttpServletRequest servlet =
        (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
    return servlet.getRemoteAddr();
  }

  private Optional<Caller> caller(String authorization, String address) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith("basic ")) {
      return Optional.empty();
    }
    char[] nameAndPassword = decoded(authorization.substring("basic ".length()).trim());
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

  private static ProductException unauthenticated() {
    return new ProductException(
        ErrorCode.UNAUTHENTICATED,
        "Name and password are missing or do not fit, or the account is locked for some minutes.");
  }
}
