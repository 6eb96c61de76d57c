package org.standardops.services.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.port.AuditRecord;
import org.standardops.engine.port.AuditRecord.Outcome;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.services.AuditService;
import org.standardops.services.Caller;
import org.standardops.services.port.AuditStore;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;

/** What a resource was before a change is what the last record of it says that it became. */
@Component
public final class AuditUseCases implements AuditService {

  private static final Logger LOG = LoggerFactory.getLogger(AuditUseCases.class);

  /** A flood of refused calls must not fill the disk. */
  private static final int MOST_REFUSALS_A_MINUTE = 300;

  private final AuditStore store;
  private final Permissions permissions;
  private final InstantSource clock;
  private Instant minute = Instant.MIN;
  private int refusals;

  @Activate
  public AuditUseCases(@Reference AuditStore store, @Reference BusinessStore businesses) {
    this(store, businesses, InstantSource.system());
  }

  AuditUseCases(AuditStore store, BusinessStore businesses, InstantSource clock) {
    this.store = store;
    this.permissions = new Permissions(businesses);
    this.clock = clock;
  }

  @Override
  public void note(Caller caller, Note note) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (note.outcome() == Outcome.REFUSED && !hasRoom(now)) {
      return;
    }
    try {
      store.add(record(caller, note, now));
    } catch (RuntimeException e) { // whatever the database throws: the change itself has happened
      LOG.error(
          "The audit record of {} on {} by {} could not be written.",
          note.operation(),
          note.resource(),
          caller.name(),
          e);
    }
  }

  private AuditRecord record(Caller caller, Note note, Instant now) {
    Optional<AuditRecord> last = store.latest(note.resource());
    Optional<BusinessId> business = note.business().or(() -> last.flatMap(AuditRecord::business));
    boolean done = note.outcome() == Outcome.DONE;
    return new AuditRecord(
        UUID.randomUUID().toString(),
        now,
        caller.name(),
        role(caller, business),
        caller.address(),
        note.operation(),
        note.resource(),
        business,
        note.outcome(),
        done ? last.flatMap(AuditRecord::after) : Optional.empty(),
        note.after());
  }

  private String role(Caller caller, Optional<BusinessId> business) {
    String otherwise = caller.platformAdmin() ? "PLATFORM_ADMIN" : "NONE";
    try {
      return business
          .map(id -> permissions.require(caller, Operation.SEE_CONFIGURATION, id).role())
          .orElse(otherwise);
    } catch (ProductException e) {
      return otherwise; // no role there, which is what is asked here
    }
  }

  private synchronized boolean hasRoom(Instant now) {
    Instant current = now.truncatedTo(ChronoUnit.MINUTES);
    if (!current.equals(minute)) {
      minute = current;
      refusals = 0;
    }
    refusals++;
    if (refusals == MOST_REFUSALS_A_MINUTE + 1) {
      LOG.warn(
          "Over {} refused calls in a minute; those that follow in it are not in the audit. Look at"
              + " the last ones there for where they come from.",
          MOST_REFUSALS_A_MINUTE);
    }
    return refusals <= MOST_REFUSALS_A_MINUTE;
  }

  @Override
  public Page<AuditRecord> list(Caller caller, AuditStore.Filter filter, Page.Request page) {
    permissions.require(caller, Operation.SEE_AUDIT_OF_BUSINESS);
    if (!caller.platformAdmin() && filter.business().isPresent()) {
      permissions.require(caller, Operation.SEE_AUDIT_OF_BUSINESS, filter.business().get());
    } else {
      permissions.require(caller, Operation.SEE_AUDIT);
    }
    return store.list(filter, page);
  }
}
