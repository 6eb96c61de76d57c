package org.standardops.atom.timer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DailyWindowTest {

  private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

  @Test
  void skipsWhatTheClocksSkip() {
    // In Berlin, 02:00 to 03:00 is left out on 29 March 2026: the rest of the window stays.
    assertThat(window("02:30", "04:00").opening(at("2026-03-29T00:00:00Z")))
        .isEqualTo(at("2026-03-29T01:00:00Z"));
    assertThat(window("02:15", "02:45").opening(at("2026-03-29T00:00:00Z")))
        .isEqualTo(at("2026-03-30T00:15:00Z"));
  }

  @Test
  void isOpenBothTimesWhereClocksShowATimeTwice() {
    // In Berlin, 02:00 to 03:00 comes twice on 25 October 2026.
    DailyWindow window = window("02:15", "02:45");

    assertThat(window.opening(at("2026-10-24T23:00:00Z"))).isEqualTo(at("2026-10-25T00:15:00Z"));
    assertThat(window.opening(at("2026-10-25T00:45:00Z"))).isEqualTo(at("2026-10-25T01:15:00Z"));
    assertThat(window.opening(at("2026-10-25T01:45:00Z"))).isEqualTo(at("2026-10-26T01:15:00Z"));
  }

  @Test
  void belongsToTheDayOnWhichItOpens() {
    DailyWindow fridays =
        new DailyWindow(
            LocalTime.of(22, 0), LocalTime.of(2, 0), ZoneId.of("UTC"), Set.of(DayOfWeek.FRIDAY));

    assertThat(fridays.isOpen(at("2026-03-07T01:59:59Z"))).isTrue(); // a Saturday
    assertThat(fridays.isOpen(at("2026-03-07T02:00:00Z"))).isFalse();
    assertThat(fridays.isOpen(at("2026-03-06T01:00:00Z"))).isFalse(); // Thursday's
  }

  @Test
  void lastsADayWhereItClosesWhenItOpens() {
    DailyWindow sundays =
        new DailyWindow(
            LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneId.of("UTC"), Set.of(DayOfWeek.SUNDAY));

    assertThat(sundays.opening(at("2026-03-07T12:00:00Z"))).isEqualTo(at("2026-03-08T00:00:00Z"));
    assertThat(sundays.isOpen(at("2026-03-08T23:59:59Z"))).isTrue();
    assertThat(sundays.isOpen(at("2026-03-09T00:00:00Z"))).isFalse();
  }

  private static DailyWindow window(String from, String to) {
    return new DailyWindow(
        LocalTime.parse(from), LocalTime.parse(to), ZoneId.of("Europe/Berlin"), ALL);
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
