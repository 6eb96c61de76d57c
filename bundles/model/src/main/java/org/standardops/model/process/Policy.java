package org.standardops.model.process;

import java.time.Duration;
import java.util.Optional;

/**
 * What happens when a node fails: retries first, then STOP or SKIP.
 *
 * @param timeout of one attempt; the attempt is cancelled then; empty: none
 */
public record Policy(Retry retry, Optional<Duration> timeout, OnFailure onFailure) {

  /** No retries, no timeout, STOP. */
  public static final Policy DEFAULT = new Policy(Retry.NONE, Optional.empty(), OnFailure.STOP);

  /** What a node's last failure does to the task. */
  public enum OnFailure {
    STOP,
    SKIP
  }

  /**
   * Automatic retries after the first try.
   *
   * @param attempts 0 to 10
   * @param delay before the first retry
   * @param backoff at least 1.0: each further delay is the one before times this
   */
  public record Retry(int attempts, Duration delay, double backoff) {

    public static final Retry NONE = new Retry(0, Duration.ZERO, 1.0);

    public Retry {
      if (attempts < 0 || attempts > 10 || delay.isNegative() || !(backoff >= 1.0)) {
        throw new IllegalArgumentException(
            "Retries are 0 to 10, the delay is not negative, the backoff at least 1.0.");
      }
    }
  }
}
