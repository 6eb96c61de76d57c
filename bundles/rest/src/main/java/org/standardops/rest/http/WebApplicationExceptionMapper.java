package org.standardops.rest.http;

import java.util.List;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.jaxrs.utils.HttpUtils;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.standardops.model.ErrorCode;
import org.standardops.rest.contract.Contract;

/** Refusals of the JAX-RS server: no such path, no such method, no such media type. */
public final class WebApplicationExceptionMapper
    implements ExceptionMapper<WebApplicationException> {

  private final Contract contract;
  private final ThrowableMapper failures;

  public WebApplicationExceptionMapper(Contract contract, ThrowableMapper failures) {
    this.contract = contract;
    this.failures = failures;
  }

  @Override
  public Response toResponse(WebApplicationException refusal) {
    return switch (refusal.getResponse().getStatus()) {
      case 404 -> refused(ErrorCode.NOT_FOUND, "There is no such path; see /openapi.json.");
      case 405 -> methodNotAllowed();
      case 406 ->
          refused(ErrorCode.NOT_ACCEPTABLE, "This is not answered in any type of 'Accept'.");
      case 415 ->
          refused(
              ErrorCode.UNSUPPORTED_MEDIA_TYPE,
              "This takes JSON: send 'Content-Type: application/json'; a bundle is"
                  + " application/java-archive.");
      case 400 -> refused(ErrorCode.UNREADABLE, "The request is not well formed.");
      default -> failures.toResponse(refusal);
    };
  }

  private Response methodNotAllowed() {
    List<String> allowed =
        contract.allowedMethods(
            HttpUtils.getPathToMatch(
                PhaseInterceptorChain.getCurrentMessage().getExchange().getInMessage(), true));
    Response problem =
        Refusal.of(
            ErrorCode.METHOD_NOT_ALLOWED,
            "Allowed here: " + String.join(", ", allowed) + ".",
            List.of());
    return Response.fromResponse(problem)
        .header(HttpHeaders.ALLOW, String.join(", ", allowed))
        .build();
  }

  private static Response refused(ErrorCode code, String detail) {
    return Refusal.of(code, detail, List.of());
  }
}
