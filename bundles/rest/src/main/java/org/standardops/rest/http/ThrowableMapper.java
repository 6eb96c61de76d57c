package org.standardops.rest.http;

import java.io.EOFException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.model.ErrorCode;

/** What nobody foresaw: an incident that the log knows more of than the caller. */
public final class ThrowableMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(ThrowableMapper.class);

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof StoreUnavailableException) {
      LOG.warn("A request is refused, as the database is away: {}", failure.getMessage());
      return Refusal.of(
          ErrorCode.UNAVAILABLE, "The database is away; try again in some seconds.", List.of());
    }
    if (clientIsGone(failure)) {
      LOG.debug("A client went away before its answer was written.", failure);
      return Response.noContent().build();
    }
    String incident = UUID.randomUUID().toString();
    LOG.error("A request failed; it is incident {}.", incident, failure);
    return Refusal.of(
        ErrorCode.INTERNAL,
        "The server failed. Tell its admin the incident's id: " + incident + ".",
        List.of());
  }

  /** Jetty tells a connection that its client closed by an end of file. */
  private static boolean clientIsGone(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(EOFException.class::isInstance);
  }
}
