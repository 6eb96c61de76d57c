package org.standardops.services.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.standardops.engine.port.AuditRecord;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;

/**
 * Where audit records are kept; nothing changes one, and only its age removes one. Those of changes
 * of tasks are added by the engine in its own transaction. Thread-safe.
 */
public interface AuditStore {

  /** No record is removed before it is this old. */
  Duration LEAST_AGE = Duration.ofDays(30);

  void add(AuditRecord record);

  /** The last record of something done to a resource. */
  Optional<AuditRecord> latest(String resource);

  /**
   * Removes the oldest records of before a time, which must be {@link #LEAST_AGE} ago: the database
   * itself holds on to younger ones.
   *
   * @return how many; fewer than the limit: no more are left
   */
  int remove(Instant before, int limit);

  /** Newest first. */
  Page<AuditRecord> list(Filter filter, Page.Request page);

  /**
   * Which records; empty: any.
   *
   * @param what an operation or a resource
   * @param from inclusive
   * @param to exclusive
   */
  record Filter(
      Optional<String> who,
      Optional<String> what,
      Optional<BusinessId> business,
      Optional<Instant> from,
      Optional<Instant> to) {}
}
