package org.standardops.atom.timer.internal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.standardops.atom.Fault;
import org.standardops.atom.Parameters;

/** Reads what a timer is to wait for, and says what is wrong with it. */
final class ParameterCheck {

  static final String DURATION = "duration";
  static final String UNTIL = "until";
  static final String WINDOW = "window";

  private static final Duration LONGEST = Duration.ofDays(366);

  private ParameterCheck() {}

  static List<Fault> of(Parameters parameters) {
    List<String> given = Stream.of(DURATION, UNTIL, WINDOW).filter(parameters::has).toList();
    if (given.isEmpty()) {
      return List.of(new Fault("", "ONE_OF", "Give 'duration', 'until' or 'window'."));
    }
    if (given.size() > 1) {
      return List.of(
          new Fault(
              "/" + given.get(1), "ONE_OF", "Give one of 'duration', 'until' and 'window' only."));
    }
    Object value = parameters.find(given.get(0)).orElseThrow();
    if (isOpen(value)) {
      return List.of();
    }
    return switch (given.get(0)) {
      case DURATION -> duration(value);
      case UNTIL -> until(parameters);
      default -> value instanceof Map<?, ?> window ? checkWindow(window) : List.of();
    };
  }

  private static boolean isOpen(Object value) {
    return value instanceof String text && text.contains("${");
  }

  private static List<Fault> duration(Object value) {
    try {
      Duration duration = Duration.parse(String.valueOf(value));
      if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
        return List.of();
      }
      return fault("/duration", "'" + value + "' is not between PT0S and P366D.");
    } catch (DateTimeException e) {
      return fault(
          "/duration", "'" + value + "' is no ISO-8601 duration; write it like PT20M or P1DT2H.");
    }
  }

  private static List<Fault> until(Parameters parameters) {
    try {
      parameters.instant(UNTIL);
      return List.of();
    } catch (DateTimeException | IllegalArgumentException e) {
      return fault(
          "/until",
          "'"
              + parameters.find(UNTIL).orElse("")
              + "' is no instant; write it like 2026-01-31T20:00:00Z.");
    }
  }

  private static List<Fault> checkWindow(Map<?, ?> window) {
    Object zone = window.get("zone");
    if (zone == null || isOpen(zone)) {
      return List.of(); // the schema asks for it, or it comes from a variable
    }
    try {
      ZoneId.of(String.valueOf(zone));
      return List.of();
    } catch (DateTimeException e) {
      return fault(
          "/window/zone", "'" + zone + "' is no time zone; write it like Asia/Shanghai or UTC.");
    }
  }

  /** What is left out of the days means all of them. */
  static DailyWindow window(Map<String, ?> given) {
    Parameters window = new Parameters(given);
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    window.texts("days").forEach(day -> days.add(DayOfWeek.valueOf(day)));
    return new DailyWindow(
        LocalTime.parse(window.text("from")),
        LocalTime.parse(window.text("to")),
        ZoneId.of(window.text("zone")),
        days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days);
  }

  private static List<Fault> fault(String pointer, String message) {
    return List.of(new Fault(pointer, "INVALID", message));
  }
}
