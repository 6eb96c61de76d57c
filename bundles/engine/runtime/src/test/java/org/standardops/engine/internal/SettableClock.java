package org.standardops.engine.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is set. */
final class SettableClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-11-24T08:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration by) {
    now = now.plus(by);
  }
}
