package org.standardops.engine.core;

import java.time.Instant;
import java.util.Optional;

/**
 * An attempt is being brought to its end before it is done.
 *
 * @param until how long the outside may take; then the node is settled without it
 * @param outsideIdle true where only a person was waited for, so that nothing runs outside
 */
public record Ending(
    Cause cause, Optional<String> by, String comment, Instant until, boolean outsideIdle) {

  /** Why. */
  public enum Cause {
    TIMEOUT,
    CALLBACK_DEADLINE,
    ANSWER_DEADLINE,
    STOP,
    TERMINATE
  }
}
