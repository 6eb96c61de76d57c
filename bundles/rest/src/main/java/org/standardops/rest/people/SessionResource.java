package org.standardops.rest.people;

import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.RemoteAddress;
import org.standardops.rest.http.SessionCookie;
import org.standardops.security.Authentication;
import org.standardops.security.Authentication.NewSession;
import org.standardops.security.Authentication.SessionCaller;

/** Signing in and out of the console. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {

  private final Authentication authentication;
  private final SessionCookie cookie;

  public SessionResource(Authentication authentication, SessionCookie cookie) {
    this.authentication = authentication;
    this.cookie = cookie;
  }

  /** Name and password. */
  record SignInInput(String user, char[] password) {}

  /** Whose session it is, and what its changes must send. */
  record SessionView(String name, String csrfToken) {
    static SessionView of(SessionCaller session) {
      return new SessionView(session.caller().name(), session.csrfToken());
    }
  }

  @POST
  @Path("session")
  public Response begin(@Context Call call) {
    SignInInput input = call.body().as(SignInInput.class);
    NewSession begun =
        authentication
            .beginSession(input.user(), input.password(), address())
            .orElseThrow(
                () ->
                    new ProductException(
                        ErrorCode.UNAUTHENTICATED,
                        "Name and password do not fit, or the account is locked for some minutes."));
    return Response.ok(SessionView.of(begun.session()))
        .header(HttpHeaders.SET_COOKIE, cookie.set(begun.secret()))
        .build();
  }

  @GET
  @Path("session")
  public SessionView get(@HeaderParam(HttpHeaders.COOKIE) String cookies) {
    return SessionCookie.in(cookies)
        .flatMap(secret -> authentication.session(secret, address()))
        .map(SessionView::of)
        .orElseThrow(() -> ProductException.notFound("A session in the cookie of this call"));
  }

  @DELETE
  @Path("session")
  public Response end(@HeaderParam(HttpHeaders.COOKIE) String cookies) {
    SessionCookie.in(cookies).ifPresent(authentication::endSession);
    return Response.noContent().header(HttpHeaders.SET_COOKIE, cookie.remove()).build();
  }

  private static String address() {
    return RemoteAddress.of(PhaseInterceptorChain.getCurrentMessage());
  }
}
