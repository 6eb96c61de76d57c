package org.standardops.rest.http;

import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;

/** Refuses what is beside the API. An encoded {@code ..} leads here too. */
@PreMatching
public final class NotServedFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    throw new ProductException(ErrorCode.NOT_FOUND, "There is nothing here; the API is /api/v1.");
  }
}
