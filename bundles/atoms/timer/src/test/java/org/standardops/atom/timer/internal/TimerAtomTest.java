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
import org.standardops.atom.Choice;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.testkit.AtomContract;
import org.standardops.atom.testkit.AtomRun;
import org.standardops.atom.testkit.SettableClock;
import org.standardops.atom.testkit.TestCall;
import org.standardops.atom.testkit.TestOptionsCall;

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
  void followsAWallClockThatIsPutForward() throws Exception {
    SettableClock wall = new SettableClock(START);
    TestCall call =
        TestCall.with(Map.of("until", "2026-03-01T16:00:00Z")).startedAt(START).wallClock(wall);
    AtomRun run = run(call);

    assertThat(((Outcome.Poll) run.next()).after()).isEqualTo(Duration.ofHours(2));
    wall.set(Instant.parse("2026-03-01T16:00:01Z"));

    assertThat(run.next()).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void followsAWallClockThatIsPutBack() throws Exception {
    SettableClock wall = new SettableClock(START);
    TestCall call =
        TestCall.with(Map.of("until", "2026-03-01T12:00:30Z")).startedAt(START).wallClock(wall);
    AtomRun run = run(call);
    run.next();
    wall.set(START.plusSeconds(10));

    assertThat(((Outcome.Poll) run.next()).after()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void looksAtTheWallOnlyAFewTimesHoweverLongTheWait() throws Exception {
    TestCall call = TestCall.with(Map.of("until", "2026-12-31T00:00:00Z")).startedAt(START);
    AtomRun run = run(call);
    int looks = 0;
    while (run.next() instanceof Outcome.Poll) {
      looks++;
    }

    assertThat(looks).isLessThan(25);
    assertThat(call.clock().instant()).isEqualTo(Instant.parse("2026-12-31T00:00:00Z"));
  }

  @Test
  void waitsUntilTheWindowOpens() throws Exception {
    TestCall call = TestCall.with(window("Asia/Shanghai")).startedAt(START); // 20:00 there

    Outcome.Poll poll = (Outcome.Poll) run(call).next();

    assertThat(poll.detail())
        .isEqualTo("until 2026-03-01T18:00:00Z, when the window opens in Asia/Shanghai");
    assertThat(run(call).toEnd()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(call.clock().instant()).isEqualTo(Instant.parse("2026-03-01T18:00:00Z"));
  }

  @Test
  void endsAtOnceWithinTheWindow() throws Exception {
    TestCall call = TestCall.with(window("UTC")).startedAt(Instant.parse("2026-03-01T04:59:59Z"));

    assertThat(run(call).next()).isEqualTo(new Outcome.Succeeded(Map.of("waited", "PT0S")));
  }

  @Test
  void waitsForTheNextWindowWhereItSleptThroughOne() throws Exception {
    TestCall call = TestCall.with(window("UTC")).startedAt(START);
    AtomRun run = run(call);
    run.next();
    call.clock().set(Instant.parse("2026-03-02T06:00:00Z"));

    assertThat(((Outcome.Poll) run.next()).detail()).contains("until 2026-03-03T02:00:00Z");
  }

  @Test
  void namesAZoneThatIsNone() {
    assertThat(timer.check(new Parameters(window("Asia/Nowhere"))))
        .singleElement()
        .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/window/zone"));
  }

  @Test
  void findsZonesByPartsOfTheirNames() {
    assertThat(timer.options(TestOptionsCall.of("window/zone").query("shang")))
        .containsExactly(Choice.of("Asia/Shanghai", "Asia/Shanghai"));
  }

  private static Map<String, Object> window(String zone) {
    return Map.of("window", Map.of("from", "02:00", "to", "05:00", "zone", zone));
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
  void wantsOneOfThem() {
    assertThat(timer.check(new Parameters(Map.of())))
        .singleElement()
        .satisfies(fault -> assertThat(fault.pointer()).isEmpty());
  }

  @Test
  void doesNotChooseBetweenTwo() {
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
