package org.standardops.outbound.internal;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.concurrent.Cancellable;

/** Ends an exchange that takes too long, or whose call was cancelled. */
final class TimeLimit {

  private static final long GLANCE_MILLIS = 100;

  private final ScheduledExecutorService clock;
  private final Duration whole;
  private final BooleanSupplier cancelled;
  private final long end;

  TimeLimit(ScheduledExecutorService clock, Duration whole, BooleanSupplier cancelled) {
    this.clock = clock;
    this.whole = whole;
    this.cancelled = cancelled;
    this.end = System.nanoTime() + whole.toNanos();
  }

  Duration whole() {
    return whole;
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  boolean passed() {
    return left().isZero();
  }

  boolean cancelled() {
    return cancelled.getAsBoolean();
  }

  /** A request being watched, until it is closed. */
  interface Watch {
    void close();
  }

  Watch over(Cancellable request) {
    Future<?> glances =
        clock.scheduleAtFixedRate(
            () -> {
              if (passed() || cancelled()) {
                request.cancel();
              }
            },
            GLANCE_MILLIS,
            GLANCE_MILLIS,
            TimeUnit.MILLISECONDS);
    return () -> glances.cancel(false);
  }
}
