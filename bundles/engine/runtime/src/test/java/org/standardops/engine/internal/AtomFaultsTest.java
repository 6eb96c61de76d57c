package org.standardops.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.standardops.engine.internal.TestEngine.node;
import static org.standardops.engine.internal.TestEngine.serial;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Atom;
import org.standardops.atom.Outcome;
import org.standardops.atom.Recovery;
import org.standardops.model.TaskId;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.TaskStatus;

/** Whatever an atom does, its node fails clearly and the engine goes on. */
class AtomFaultsTest {

  private final TestEngine test = TestEngine.booted();

  @AfterEach
  void stop() {
    test.close();
  }

  private NodeError failureOf(Atom atom) {
    test.atoms.add("faulty", Recovery.RERUN, atom);
    test.atoms.add("quick", Recovery.RERUN, call -> new Outcome.Succeeded(Map.of()));
    TaskId task = test.run(serial("s", node("a", "faulty")));
    test.awaitStatus(task, TaskStatus.FAILED);
    TaskId other = test.run(serial("s", node("a", "quick")));
    test.awaitStatus(other, TaskStatus.SUCCEEDED);
    return test.node(task, "a").error().orElseThrow();
  }

  @Test
  void anErrorThrownIsAFailure() {
    NodeError error =
        failureOf(
            call -> {
              throw new StackOverflowError("deep");
            });

    assertThat(error.code()).isEqualTo("EXCEPTION");
    assertThat(error.message()).isEqualTo("StackOverflowError: deep");
  }

  @Test
  void noAnswerIsAFailure() {
    assertThat(failureOf(call -> null).code()).isEqualTo("NO_ANSWER");
  }

  @Test
  void anAnswerOfFiftyMegabytesIsAFailure() {
    NodeError error =
        failureOf(call -> new Outcome.Succeeded(Map.of("much", "x".repeat(50 << 20))));

    assertThat(error.code()).isEqualTo("BAD_ANSWER");
    assertThat(error.message()).contains("over");
  }

  @Test
  void aJumpOfTheWallClockFiresNoTimeOut() {
    SettableClock wall = new SettableClock();
    long[] nanos = {0};
    EngineClock clock = new EngineClock(wall, () -> nanos[0]);
    Instant before = clock.instant();

    wall.advance(Duration.ofHours(1));
    nanos[0] += Duration.ofSeconds(1).toNanos();

    assertThat(clock.instant()).isEqualTo(before.plusSeconds(1));
    wall.advance(Duration.ofHours(-2));
    assertThat(clock.instant()).isEqualTo(before.plusSeconds(1));
  }
}
