package org.standardops.atom.timer.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.standardops.atom.Atom;
import org.standardops.atom.AtomCode;
import org.standardops.atom.Call;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Fault;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;

/**
 * Waits. The instant at which it ends is counted from the attempt's committed start and kept in the
 * handle, so a crash does not prolong the wait.
 */
@Component
@AtomCode("timer")
public final class TimerAtom implements Atom {

  private static final Duration LONGEST = Duration.ofDays(366);
  private static final String DUE = "due";

  @Override
  public Outcome start(Call call) {
    return waitUntil(due(call), call);
  }

  @Override
  public Outcome poll(Call call, Map<String, Object> handle) {
    return waitUntil(Instant.parse((String) handle.get(DUE)), call);
  }

  @Override
  public Cancellation cancel(Call call, Map<String, Object> handle) {
    return new Cancellation.Cancelled();
  }

  @Override
  public List<Fault> check(Parameters parameters) {
    if (parameters.has("duration") && parameters.has("until")) {
      return List.of(new Fault("/until", "ONE_OF", "Give either 'duration' or 'until', not both."));
    }
    if (!parameters.has("duration") && !parameters.has("until")) {
      return List.of(new Fault("", "ONE_OF", "Give 'duration' or 'until'."));
    }
    return parameters.has("duration")
        ? checkDuration(parameters.find("duration").orElseThrow())
        : checkUntil(parameters.find("until").orElseThrow());
  }

  private static Instant due(Call call) {
    Parameters parameters = call.parameters();
    return parameters.has("until")
        ? parameters.instant("until")
        : call.attemptStartedAt().plus(parameters.duration("duration"));
  }

  private static Outcome waitUntil(Instant due, Call call) {
    Instant now = call.clock().instant();
    if (now.isBefore(due)) {
      return new Outcome.Poll(
          Duration.between(now, due), Map.of(DUE, due.toString()), "until " + due);
    }
    Duration waited = Duration.between(call.attemptStartedAt(), now);
    return new Outcome.Succeeded(
        Map.of("waited", waited.truncatedTo(ChronoUnit.MILLIS).toString()));
  }

  private static List<Fault> checkDuration(Object value) {
    if (!(value instanceof String text) || text.contains("${")) {
      return List.of();
    }
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
        return List.of();
      }
      return fault("/duration", "'" + text + "' is not between PT0S and P366D.");
    } catch (DateTimeException e) {
      return fault(
          "/duration", "'" + text + "' is no ISO-8601 duration; write it like PT20M or P1DT2H.");
    }
  }

  private static List<Fault> checkUntil(Object value) {
    if (!(value instanceof String text) || text.contains("${")) {
      return List.of();
    }
    try {
      new Parameters(Map.of("until", text)).instant("until");
      return List.of();
    } catch (DateTimeException e) {
      return fault("/until", "'" + text + "' is no instant; write it like 2026-01-31T20:00:00Z.");
    }
  }

  private static List<Fault> fault(String pointer, String message) {
    return List.of(new Fault(pointer, "INVALID", message));
  }
}
