package org.standardops.engine.core;

import java.time.Instant;
import java.util.Optional;

/**
 * The one call or wait of a node that is open: only an answer that names its number counts.
 *
 * @param number counts up within the node for ever
 * @param begun true once it is on disk that a thread took the call
 * @param recovering true where the same call may have been made before a crash
 * @param until when a wait is over; empty for calls
 */
public record OpenCall(
    int number, Kind kind, boolean begun, boolean recovering, Optional<Instant> until) {

  /** What is open. */
  public enum Kind {
    START,
    /** A wait, and the call that ends it: a poll has the number of the wait before it. */
    POLL,
    CALLBACK,
    PERSON,
    RESUME,
    /** A cancel call, or the wait before the next one. */
    CANCEL,
    RETRY_DELAY
  }

  static OpenCall of(int number, Kind kind) {
    return new OpenCall(number, kind, false, false, Optional.empty());
  }

  static OpenCall until(int number, Kind kind, Instant until) {
    return new OpenCall(number, kind, false, false, Optional.of(until));
  }

  OpenCall asBegun() {
    return new OpenCall(number, kind, true, recovering, until);
  }

  OpenCall reopened(int newNumber) {
    return new OpenCall(newNumber, kind, false, true, until);
  }

  /** True for a call that may change the outside by its nature; polls do only where declared. */
  boolean acts() {
    return kind == Kind.START || kind == Kind.RESUME;
  }

  boolean isDue(Instant now) {
    return until.isPresent() && !until.get().isAfter(now);
  }
}
