package org.standardops.rest.http;

import java.util.List;
import javax.annotation.Priority;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.standardops.model.ProductException;
import org.standardops.rest.contract.Contract;

/** Answers OPTIONS by the document: CXF would name the methods of every path together. */
@PreMatching
@Priority(Priorities.AUTHORIZATION)
public final class OptionsFilter implements ContainerRequestFilter {

  private final Contract contract;

  public OptionsFilter(Contract contract) {
    this.contract = contract;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
      return;
    }
    List<String> allowed =
        contract.allowedMethods("/" + request.getUriInfo().getPath(false).replaceAll("^/+", ""));
    if (allowed.isEmpty()) {
      throw ProductException.notFound("This path");
    }
    request.abortWith(
        Response.noContent().header(HttpHeaders.ALLOW, String.join(", ", allowed)).build());
  }
}
