package org.standardops.security.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Locks an account out for an address after repeated failures: five are free, then a second, two,
 * four … up to a quarter of an hour. A success, or an hour of quiet, clears it. Other addresses are
 * not affected, so that nobody can lock a person out from elsewhere. Thread-safe.
 */
final class FailedSignIns {

  private static final int FREE = 5;
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration QUIET = Duration.ofHours(1);
  private static final int MOST = 10_000;

  private record Key(String account, String address) {}

  private record Failures(int count, Instant last) {
    Instant lockedUntil() {
      if (count < FREE) {
        return last;
      }
      Duration lock = FIRST.multipliedBy(1L << Math.min(20, count - FREE));
      return last.plus(lock.compareTo(LONGEST) < 0 ? lock : LONGEST);
    }
  }

  private final InstantSource clock;
  private final Map<Key, Failures> failures = new LeastRecent<>(MOST);

  FailedSignIns(InstantSource clock) {
    this.clock = clock;
  }

  synchronized boolean isLockedOut(String account, String address) {
    Failures before = failures.get(new Key(account, address));
    return before != null && clock.instant().isBefore(before.lockedUntil());
  }

  /** True where this was the failure that began to lock out. */
  synchronized boolean failed(String account, String address) {
    Instant now = clock.instant();
    Failures counted =
        failures.compute(
            new Key(account, address),
            (key, before) ->
                new Failures(
                    before == null || now.isAfter(before.last().plus(QUIET))
                        ? 1
                        : before.count() + 1,
                    now));
    return counted.count() == FREE;
  }

  synchronized void succeeded(String account, String address) {
    failures.remove(new Key(account, address));
  }
}
