package org.standardops.services.statistics;

import java.time.Duration;
import java.util.Arrays;
import org.standardops.services.Statistics.Figures;
import org.standardops.services.port.StatisticsStore.Times;

/** Figures in the making. Keeps eight bytes a value, for the exact middle. */
final class Gathering {

  private long[] worked = new long[16];
  private int count;
  private int succeeded;
  private Duration total = Duration.ZERO;
  private Duration awaitingPerson = Duration.ZERO;
  private Duration suspended = Duration.ZERO;

  void add(boolean success, Times times) {
    if (count == worked.length) {
      worked = Arrays.copyOf(worked, 2 * count);
    }
    worked[count++] = times.worked().toNanos();
    succeeded += success ? 1 : 0;
    total = total.plus(times.worked());
    awaitingPerson = awaitingPerson.plus(times.awaitingPerson());
    suspended = suspended.plus(times.suspended());
  }

  int count() {
    return count;
  }

  Figures figures() {
    long[] sorted = Arrays.copyOf(worked, count);
    Arrays.sort(sorted);
    return new Figures(
        count,
        succeeded,
        count == 0 ? 0 : (double) succeeded / count,
        atMost(sorted, 50),
        atMost(sorted, 95),
        total,
        awaitingPerson,
        suspended);
  }

  /** The value that this many of a hundred do not exceed. */
  private static Duration atMost(long[] sorted, int percent) {
    if (sorted.length == 0) {
      return Duration.ZERO;
    }
    int place = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
    return Duration.ofNanos(sorted[Math.max(place, 0)]);
  }
}
