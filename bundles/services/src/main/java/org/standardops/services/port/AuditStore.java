package org.standardops.services.port;

import java.time.Instant;
import java.util.Optional;
import org.standardops.engine.port.AuditRecord;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;

/**
 * Where audit records are kept; nothing changes or removes one. Those of changes of tasks are added
 * by the engine in its own transaction. Thread-safe.
 */
public interface AuditStore {

  void add(AuditRecord record);

  /** The last record of something done to a resource. */
  Optional<AuditRecord> latest(String resource);

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
