package org.standardops.atom;

import java.time.Duration;
import java.util.Objects;

/** What an attempt to cancel came to. */
public sealed interface Cancellation {

  /** Nothing runs outside any more. */
  record Cancelled() implements Cancellation {}

  /**
   * The outside is ending it: {@link Atom#cancel} is called again after the delay, until the cancel
   * deadline.
   */
  record StillCancelling(Duration after) implements Cancellation {
    public StillCancelling {
      Objects.requireNonNull(after);
    }
  }

  /** It goes on outside and cannot be ended; told to people as it stands. */
  record CannotCancel(String reason) implements Cancellation {
    public CannotCancel {
      Objects.requireNonNull(reason);
    }
  }

  /** It had ended before; its outcome counts. */
  record AlreadyEnded(Outcome outcome) implements Cancellation {
    public AlreadyEnded {
      Objects.requireNonNull(outcome);
    }
  }
}
