package org.standardops.atom.timer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Minute by minute, over every kind of change of clocks. */
class DailyWindowPropertiesTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Summer time north and south, of half an hour, none at all; one skipped a whole day in 2011. */
  private static final String[] ZONES = {
    "Asia/Shanghai",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "UTC"
  };

  @Property(tries = 300)
  void opensAtTheFirstMinuteThatIsOpen(
      @ForAll("windows") DailyWindow window,
      @ForAll @IntRange(min = 2010, max = 2027) int year,
      @ForAll @LongRange(min = 0, max = 364 * 24 * 60) long minute) {
    Instant now = Instant.parse(year + "-01-01T00:00:00Z").plus(Duration.ofMinutes(minute));

    Instant opens = window.opening(now);

    Instant first = now;
    while (!window.isOpen(first)) {
      first = first.plus(MINUTE);
    }
    assertThat(opens).isEqualTo(first);
  }

  @Property(tries = 300)
  void isOpenJustWhenTheClocksThereShowIt(
      @ForAll("windows") DailyWindow window,
      @ForAll @LongRange(min = 1_262_304_000L, max = 1_830_000_000L) long second) {
    Instant at = Instant.ofEpochSecond(second);
    LocalTime shown = LocalTime.ofInstant(at, window.zone());
    DayOfWeek day = at.atZone(window.zone()).getDayOfWeek();
    boolean ofToday = window.days().contains(day) && !shown.isBefore(window.from());
    boolean ofYesterday = window.days().contains(day.minus(1)) && shown.isBefore(window.to());

    boolean overMidnight = !window.from().isBefore(window.to());
    assertThat(window.isOpen(at))
        .isEqualTo(overMidnight ? ofToday || ofYesterday : ofToday && shown.isBefore(window.to()));
  }

  @Provide
  Arbitrary<DailyWindow> windows() {
    Arbitrary<LocalTime> times =
        Arbitraries.integers().between(0, 24 * 60 - 1).map(m -> LocalTime.MIN.plusMinutes(m));
    // Where clocks change, at night, more often than chance would have it.
    Arbitrary<LocalTime> nights =
        Arbitraries.integers().between(0, 4 * 60).map(m -> LocalTime.MIN.plusMinutes(m));
    Arbitrary<Set<DayOfWeek>> days =
        Arbitraries.of(DayOfWeek.values())
            .set()
            .ofMinSize(1)
            .map(EnumSet::copyOf)
            .map(chosen -> (Set<DayOfWeek>) chosen);
    return net.jqwik.api.Combinators.combine(
            Arbitraries.oneOf(times, nights),
            Arbitraries.oneOf(times, nights),
            Arbitraries.of(ZONES).map(ZoneId::of),
            days)
        .as(DailyWindow::new);
  }
}
