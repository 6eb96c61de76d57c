package org.standardops.engine.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The engine's time: the wall clock at boot and the monotonic clock since, in whole microseconds.
 * So a jump of the wall clock fires no time-out.
 */
final class EngineClock implements InstantSource {

  private final Instant wallAtBoot;
  private final LongSupplier nanoTime;
  private final long nanosAtBoot;

  EngineClock(InstantSource wall, LongSupplier nanoTime) {
    this.wallAtBoot = wall.instant();
    this.nanoTime = nanoTime;
    this.nanosAtBoot = nanoTime.getAsLong();
  }

  @Override
  public Instant instant() {
    return wallAtBoot.plusNanos(nanoTime.getAsLong() - nanosAtBoot).truncatedTo(ChronoUnit.MICROS);
  }
}
