package org.standardops.atom.timer.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Open while the clocks in a zone show a time from {@code from} until before {@code to}. Where
 * {@code to} is not later, it is a time of the next day. Where clocks are put back and show a time
 * twice, the window is open both times; of a time that they skip, the rest of the window is left.
 *
 * @param days on which the window opens; at least one
 */
record DailyWindow(LocalTime from, LocalTime to, ZoneId zone, Set<DayOfWeek> days) {

  /** A zone has skipped a whole day, which then was the only one of two weeks. */
  private static final int DAYS_AHEAD = 16;

  DailyWindow {
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("A window opens on at least one day of the week.");
    }
  }

  boolean isOpen(Instant at) {
    LocalDateTime there = LocalDateTime.ofInstant(at, zone);
    LocalTime time = there.toLocalTime();
    boolean begun = !time.isBefore(from);
    boolean sameDay = from.isBefore(to);
    if (begun && (!sameDay || time.isBefore(to))) {
      return days.contains(there.getDayOfWeek());
    }
    return !sameDay && time.isBefore(to) && days.contains(there.getDayOfWeek().minus(1));
  }

  /** The first instant, not before this one, at which it is open. */
  Instant opening(Instant notBefore) {
    if (isOpen(notBefore)) {
      return notBefore;
    }
    return candidates(notBefore).stream()
        .filter(at -> at.isAfter(notBefore) && isOpen(at))
        .min(Instant::compareTo)
        .orElseThrow(() -> new IllegalStateException(this + " never opens after " + notBefore));
  }

  /** It opens where clocks show {@code from}, or are put to a time within it. */
  private List<Instant> candidates(Instant after) {
    List<Instant> candidates = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(after, zone);
    for (int day = 0; day <= DAYS_AHEAD; day++) {
      LocalDateTime opens = today.plusDays(day).atTime(from);
      for (ZoneOffset offset : zone.getRules().getValidOffsets(opens)) {
        candidates.add(opens.toInstant(offset));
      }
    }
    Instant end = ZonedDateTime.ofInstant(after, zone).plusDays(DAYS_AHEAD).toInstant();
    ZoneOffsetTransition change = zone.getRules().nextTransition(after);
    while (change != null && !change.getInstant().isAfter(end)) {
      candidates.add(change.getInstant());
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return candidates;
  }
}
