package org.standardops.atom.timer.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.standardops.atom.Atom;
import org.standardops.atom.AtomCode;
import org.standardops.atom.Call;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Choice;
import org.standardops.atom.Fault;
import org.standardops.atom.OptionsCall;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;

/**
 * Waits. A duration is counted by the engine's clock from the attempt's committed start; its end is
 * kept in the handle, so a crash does not prolong it. An instant and a window follow the clock on
 * the wall, also where that is corrected meanwhile.
 */
@Component
@AtomCode("timer")
public final class TimerAtom implements Atom {

  private static final String DUE = "due";
  private static final Duration NEAR = Duration.ofMinutes(1);

  @Override
  public Outcome start(Call call) {
    Parameters parameters = call.parameters();
    return parameters.has(ParameterCheck.DURATION)
        ? waitFor(call.attemptStartedAt().plus(parameters.duration(ParameterCheck.DURATION)), call)
        : followWall(call);
  }

  @Override
  public Outcome poll(Call call, Map<String, Object> handle) {
    return handle.containsKey(DUE)
        ? waitFor(Instant.parse((String) handle.get(DUE)), call)
        : followWall(call);
  }

  @Override
  public Cancellation cancel(Call call, Map<String, Object> handle) {
    return new Cancellation.Cancelled();
  }

  @Override
  public List<Fault> check(Parameters parameters) {
    return ParameterCheck.of(parameters);
  }

  /** The zones of the tz database that have what was typed in their names. */
  @Override
  public List<Choice> options(OptionsCall call) {
    String part = call.query().toLowerCase(Locale.ROOT);
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.toLowerCase(Locale.ROOT).contains(part))
        .sorted()
        .limit(OptionsCall.MOST + 1L)
        .map(zone -> Choice.of(zone, zone))
        .toList();
  }

  private static Outcome waitFor(Instant due, Call call) {
    Instant now = call.clock().instant();
    return now.isBefore(due)
        ? new Outcome.Poll(Duration.between(now, due), Map.of(DUE, due.toString()), until(due))
        : ended(call);
  }

  private static Outcome followWall(Call call) {
    Instant now = call.wallClock().instant();
    Parameters parameters = call.parameters();
    if (parameters.has(ParameterCheck.UNTIL)) {
      Instant due = parameters.instant(ParameterCheck.UNTIL);
      return now.isBefore(due) ? look(now, due, until(due)) : ended(call);
    }
    DailyWindow window = ParameterCheck.window(parameters.object(ParameterCheck.WINDOW));
    Instant opens = window.opening(now);
    return now.isBefore(opens)
        ? look(now, opens, until(opens) + ", when the window opens in " + window.zone())
        : ended(call);
  }

  /**
   * Looks at the wall again half-way: so a clock that was put forward by some time is found out at
   * most half of it late, with few looks however long the wait.
   */
  private static Outcome look(Instant now, Instant due, String detail) {
    Duration left = Duration.between(now, due);
    Duration after = left.compareTo(NEAR) <= 0 ? left : left.dividedBy(2);
    return new Outcome.Poll(after, Map.of(), detail);
  }

  private static String until(Instant due) {
    return "until " + due;
  }

  private static Outcome ended(Call call) {
    Duration waited = Duration.between(call.attemptStartedAt(), call.clock().instant());
    return new Outcome.Succeeded(
        Map.of("waited", waited.truncatedTo(ChronoUnit.MILLIS).toString()));
  }
}
