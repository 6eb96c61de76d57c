package org.standardops.rest.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.standardops.engine.port.AuditRecord;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.ListBody;
import org.standardops.services.AuditService;
import org.standardops.services.port.AuditStore;

/** Who did or tried what. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {

  private final AuditService audit;

  public AuditResource(AuditService audit) {
    this.audit = audit;
  }

  /**
   * A record.
   *
   * @param before JSON as text, which is cut where it is long; so too {@code after}
   */
  public record AuditView(
      String id,
      Instant at,
      String who,
      String role,
      String address,
      String operation,
      String resource,
      Optional<String> business,
      AuditRecord.Outcome outcome,
      Optional<String> before,
      Optional<String> after) {

    static AuditView of(AuditRecord record) {
      return new AuditView(
          record.id(),
          record.at(),
          record.who(),
          record.role(),
          record.address(),
          record.operation(),
          record.resource(),
          record.business().map(BusinessId::value),
          record.outcome(),
          record.before(),
          record.after());
    }
  }

  @GET
  @Path("audit")
  public ListBody<AuditView> list(
      @Context Call call,
      @QueryParam("who") String who,
      @QueryParam("what") String what,
      @QueryParam("business") String business,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    AuditStore.Filter filter =
        new AuditStore.Filter(
            Optional.ofNullable(who),
            Optional.ofNullable(what),
            Optional.ofNullable(business).map(BusinessId::new),
            instant(from),
            instant(to));
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(audit.list(call.caller(), filter, page), AuditView::of);
  }

  private static Optional<Instant> instant(String text) {
    return Optional.ofNullable(text).map(given -> OffsetDateTime.parse(given).toInstant());
  }
}
