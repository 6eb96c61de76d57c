package org.standardops.rest.http;

import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.rest.contract.Contract;
import org.standardops.security.Authentication;
import org.standardops.services.Caller;

/** Finds out once per request who is calling. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class AuthenticationFilter implements ContainerRequestFilter {

  private final Contract contract;
  private final Credentials credentials;

  public AuthenticationFilter(Contract contract, Authentication authentication) {
    this.contract = contract;
    this.credentials = new Credentials(authentication);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String path = "/" + request.getUriInfo().getPath(false).replaceAll("^/+", "");
    if (contract.isPublic(request.getMethod(), path)) {
      return;
    }
    Message message = PhaseInterceptorChain.getCurrentMessage();
    Caller caller =
        credentials
            .caller(request, path, RemoteAddress.of(message))
            .orElseThrow(AuthenticationFilter::unauthenticated);
    if (caller.mustChangePassword() && !isOnesOwn(path)) {
      throw new ProductException(
          ErrorCode.PASSWORD_CHANGE_REQUIRED, "Change your password first: PUT /me/password.");
    }
    message.put(Caller.class, caller);
  }

  private static boolean isOnesOwn(String path) {
    return path.equals("/me") || path.startsWith("/me/") || path.equals("/session");
  }

  private static ProductException unauthenticated() {
    return new ProductException(
        ErrorCode.UNAUTHENTICATED,
        "Credentials are missing or do not fit: name and password, a token, or a session that is not"
            + " over; or the account is locked for some minutes.");
  }
}
