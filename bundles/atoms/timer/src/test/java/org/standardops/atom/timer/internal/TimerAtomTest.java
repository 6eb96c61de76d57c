package org.standardops.atom.timer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.standardops.atom.Atom;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.testkit.AtomContract;
import org.standardops.atom.testkit.AtomRun;
import org.standardops.atom.testkit.TestCall;

final class TimerAtomTest extends AtomContract {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final TimerAtom timer = new TimerAtom();

  @Override
  protected Atom atom() {
    return timer;
  }

  @Override
  protected String code() {
    return "timer";
  }

  @Test
  void waitsTheDurationInOnePoll() throws Exception {
    AtomRun run = run(TestCall.with(Map.of("duration", "PT20M")).startedAt(START));

    Outcome.Poll poll = (Outcome.Poll) run.next();

    assertThat(poll.after()).isEqualTo(Duration.ofMinutes(20));
    assertThat(poll.detail()).isEqualTo("until 2026-03-01T12:20:00Z");
    assertThat(run.next()).isEqualTo(new Outcome.Succeeded(Map.of("waited", "PT20M")));
  }

  @Test
  void endsAtOnceWhereThereIsNothingToWaitFor() throws Exception {
    TestCall call = TestCall.with(Map.of("duration", "PT0S")).startedAt(START);

    assertThat(run(call).next()).isEqualTo(new Outcome.Succeeded(Map.of("waited", "PT0S")));
  }

  @Test
  void waitsUntilAnInstantWithAnOffset() throws Exception {
    TestCall call = TestCall.with(Map.of("until", "2026-03-01T20:00:01+08:00")).startedAt(START);

    Outcome outcome = run(call).toEnd();

    assertThat(outcome).isEqualTo(new Outcome.Succeeded(Map.of("waited", "PT1S")));
    assertThat(call.clock().instant()).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void endsAtOnceWhereTheInstantIsPast() throws Exception {
    TestCall call = TestCall.with(Map.of("until", "2020-01-01T00:00:00Z")).startedAt(START);

    assertThat(run(call).next()).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void aCrashDoesNotProlongTheWait() throws Exception {
    TestCall call = TestCall.with(Map.of("duration", "PT20M")).startedAt(START);
    AtomRun run = run(call);
    run.nextAndLoseTheAnswer();
    call.clock().advance(Duration.ofMinutes(15));

    Outcome.Poll poll = (Outcome.Poll) run.next();

    assertThat(poll.after()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void waitsOnWhereItIsPolledTooEarly() {
    TestCall call = TestCall.with(Map.of("duration", "PT20M")).startedAt(START);

    Outcome outcome = timer.poll(call, Map.of("due", "2026-03-01T12:00:03Z"));

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Poll(
                Duration.ofSeconds(3),
                Map.of("due", "2026-03-01T12:00:03Z"),
                "until 2026-03-01T12:00:03Z"));
  }

  @Test
  void cancels() {
    TestCall call = TestCall.with(Map.of("duration", "PT20M"));

    assertThat(timer.cancel(call, Map.of("due", "2026-03-01T12:00:03Z")))
        .isEqualTo(new Cancellation.Cancelled());
  }

  @ParameterizedTest
  @ValueSource(strings = {"20 minutes", "PT-1S", "P367D", ""})
  void namesADurationThatIsNone(String duration) {
    assertThat(timer.check(new Parameters(Map.of("duration", duration))))
        .singleElement()
        .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/duration"));
  }

  @Test
  void namesAnInstantThatIsNone() {
    assertThat(timer.check(new Parameters(Map.of("until", "tomorrow"))))
        .singleElement()
        .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/until"));
  }

  @Test
  void wantsDurationOrUntil() {
    assertThat(timer.check(new Parameters(Map.of())))
        .singleElement()
        .satisfies(fault -> assertThat(fault.pointer()).isEmpty());
  }

  @Test
  void doesNotChooseBetweenDurationAndUntil() {
    Map<String, Object> both = Map.of("duration", "${WAIT}", "until", "2026-01-31T20:00:00Z");

    assertThat(timer.check(new Parameters(both)))
        .singleElement()
        .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/until"));
  }

  @Test
  void waitsFractionsOfASecond() throws Exception {
    assertThat(timer.check(new Parameters(Map.of("duration", "PT0.5S")))).isEmpty();
    assertThat(run(TestCall.with(Map.of("duration", "PT0.5S"))).toEnd())
        .isEqualTo(new Outcome.Succeeded(Map.of("waited", "PT0.5S")));
  }

  private AtomRun run(TestCall call) {
    return new AtomRun(timer, "timer", call);
  }
}
