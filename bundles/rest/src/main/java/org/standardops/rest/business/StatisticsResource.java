package org.standardops.rest.business;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.standardops.model.BusinessId;
import org.standardops.rest.http.Call;
import org.standardops.services.StatisticsService;

/** What a business's tasks took. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class StatisticsResource {

  private final StatisticsService statistics;

  public StatisticsResource(StatisticsService statistics) {
    this.statistics = statistics;
  }

  @GET
  @Path("businesses/{business}/statistics")
  public StatisticsView get(
      @Context Call call,
      @PathParam("business") String business,
      @QueryParam("from") String from,
      @QueryParam("to") String to) {
    return StatisticsView.of(
        statistics.of(call.caller(), new BusinessId(business), instant(from), instant(to)));
  }

  private static Optional<Instant> instant(String text) {
    return Optional.ofNullable(text).map(given -> OffsetDateTime.parse(given).toInstant());
  }
}
