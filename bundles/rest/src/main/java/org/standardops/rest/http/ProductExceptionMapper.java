package org.standardops.rest.http;

import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.standardops.model.ProductException;

/** Refusals of the product itself. */
public final class ProductExceptionMapper implements ExceptionMapper<ProductException> {

  @Override
  public Response toResponse(ProductException refusal) {
    return Refusal.of(refusal.code(), refusal.getMessage(), refusal.faults());
  }
}
