package org.standardops.model.task;

import java.time.Instant;
import java.util.Optional;

/**
 * What a node waits for.
 *
 * @param detail for people; may be empty
 * @param until when the wait is over or looked at again; empty: unknown
 */
public record WaitingFor(Kind kind, String detail, Optional<Instant> until) {

  /** What kind of wait it is. */
  public enum Kind {
    POLL,
    TIMER,
    RETRY_DELAY,
    CALLBACK,
    /** A thread of its atom's pool. */
    CAPACITY,
    /** A bundle that is not installed; the detail names it. */
    ATOM_VERSION
  }
}
