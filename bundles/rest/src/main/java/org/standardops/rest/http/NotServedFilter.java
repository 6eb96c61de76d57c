package org.standardops.rest.http;

import java.util.List;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;

/** Refuses everything: the API with "not yet", what is beside it with "never". */
@PreMatching
public final class NotServedFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath(false).replaceAll("^/+", "") + "/";
    // An encoded ".." comes here while the API is served: it leads out of it.
    boolean leadsOut = List.of(request.getUriInfo().getPath(true).split("/")).contains("..");
    if (path.startsWith("v1/") && !leadsOut) {
      throw new ProductException(
          ErrorCode.UNAVAILABLE, "The server is starting, or one of its parts is missing.");
    }
    throw new ProductException(ErrorCode.NOT_FOUND, "There is nothing here; the API is /api/v1.");
  }
}
