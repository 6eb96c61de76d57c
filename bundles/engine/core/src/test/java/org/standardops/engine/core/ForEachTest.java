package org.standardops.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.standardops.engine.core.SamplePlans.forEach;
import static org.standardops.engine.core.SamplePlans.node;
import static org.standardops.engine.core.SamplePlans.plan;
import static org.standardops.engine.core.SamplePlans.serial;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.standardops.model.process.Policy;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskStatus;

class ForEachTest {

  private static final OptionalInt ANY = OptionalInt.empty();

  @Test
  void runsForEachElementWithALimitAndCollectsOutputs() {
    Walk walk =
        Walk.started(
            plan(
                serial(
                    "s",
                    forEach(
                        node("a", Policy.DEFAULT, Map.of(), Map.of("id", "ids")),
                        2,
                        0,
                        "${urls}",
                        "https://c"),
                    node("b", Policy.DEFAULT, Map.of("ids", "${node.a.id}"), Map.of()))));
    assertThat(walk.effects)
        .containsExactly(new Effect.CallAtom("a[0]", 1), new Effect.CallAtom("a[1]", 1));
    assertThat(walk.status("a")).isEqualTo(NodeStatus.RUNNING);
    NodeState second = walk.state.nodes().get("a[1]");
    assertThat(ParameterValues.of(walk.state, second).value())
        .isEqualTo(Map.of("url", "https://b", "number", 1));

    walk.end("a[1]", new Result.Succeeded(Map.of("id", 7)));
    assertThat(walk.effects).containsExactly(new Effect.CallAtom("a[2]", 1));
    walk.end("a[0]", new Result.Succeeded(Map.of("id", 6)));
    walk.end("a[2]", new Result.Succeeded(Map.of("id", 8)));

    assertThat(walk.status("a")).isEqualTo(NodeStatus.SUCCEEDED);
    assertThat(walk.state.variables()).containsEntry("ids", List.of(6, 7, 8));
    assertThat(ParameterValues.of(walk.state, walk.state.nodes().get("b")).value())
        .isEqualTo(Map.of("ids", List.of(6, 7, 8)));
    assertThat(walk.folded()).isEqualTo(walk.state);
  }

  @Test
  void toleratesAsManyFailuresAsSaidAndBeginsNoMoreAfterOneTooMany() {
    Walk walk = Walk.started(plan(serial("s", forEach(node("a"), 1, 1, 1, 2, 3, 4))));

    walk.fail("a[0]", RecoveryClass.RERUN, Touched.NO);
    assertThat(walk.effects).containsExactly(new Effect.CallAtom("a[1]", 1));
    walk.fail("a[1]", RecoveryClass.RERUN, Touched.NO);

    assertThat(walk.status("a")).isEqualTo(NodeStatus.FAILED);
    assertThat(walk.state.nodes().get("a").error().orElseThrow().message())
        .isEqualTo(
            "Of 4 elements 2 failed, 0 have an unknown result, 2 did not begin. 1 may fail.");
    assertThat(walk.state.status()).isEqualTo(TaskStatus.FAILED);
  }

  @Test
  void retriesWhatFailedAndKeepsWhatSucceeded() {
    Walk walk = Walk.started(plan(serial("s", forEach(node("a"), 3, 0, 1, 2, 3))));
    walk.succeed("a[0]");
    walk.fail("a[1]", RecoveryClass.RERUN, Touched.NO);
    walk.fail("a[2]", RecoveryClass.RERUN, Touched.NO);

    walk.give(new Command.RetryNode("a", ANY, Map.of("more", 1), Map.of(), Optional.empty()));

    assertThat(walk.effects)
        .containsExactly(new Effect.CallAtom("a[1]", 2), new Effect.CallAtom("a[2]", 2));
    assertThat(walk.state.nodes().get("a[1]").params()).containsEntry("more", 1);
    assertThat(walk.state.nodes().get("a[1]").run().intent()).isEqualTo(2);
    assertThat(walk.state.nodes().get("a").attempt()).isEqualTo(2);
    walk.succeed("a[1]");
    walk.succeed("a[2]");
    assertThat(walk.state.status()).isEqualTo(TaskStatus.SUCCEEDED);
  }

  @Test
  void oneElementIsRetriedOrSkippedByItself() {
    Walk walk = Walk.started(plan(serial("s", forEach(node("a"), 3, 0, 1, 2, 3))));
    walk.succeed("a[0]");
    walk.fail("a[1]", RecoveryClass.RERUN, Touched.NO);
    walk.fail("a[2]", RecoveryClass.RERUN, Touched.NO);

    walk.give(new Command.SkipNode("a[1]", ANY, ""));
    assertThat(walk.status("a")).isEqualTo(NodeStatus.FAILED);
    walk.give(new Command.RetryNode("a[2]", ANY, Map.of(), Map.of(), Optional.empty()));
    assertThat(walk.status("a")).isEqualTo(NodeStatus.RUNNING);
    assertThat(walk.state.status()).isEqualTo(TaskStatus.RUNNING);
    walk.succeed("a[2]");

    assertThat(walk.state.status()).isEqualTo(TaskStatus.SUCCEEDED);
    assertThat(walk.status("a[1]")).isEqualTo(NodeStatus.SKIPPED);
  }

  @Test
  void anUnknownElementNeedsAPersonHoweverManyMayFail() {
    Walk walk = Walk.started(plan(serial("s", forEach(node("a"), 1, 9, 1, 2))));
    walk.end("a[0]", new Result.Unknown("Nobody knows."));
    walk.succeed("a[1]");
    assertThat(walk.status("a")).isEqualTo(NodeStatus.FAILED);

    walk.give(new Command.ResolveNode("a[0]", ANY, false, Map.of(), "it was not done"));

    assertThat(walk.state.status()).isEqualTo(TaskStatus.SUCCEEDED);
  }

  @Test
  void stopEndsWhatIsUnderWayAndBeginsNothing() {
    Walk walk = Walk.started(plan(serial("s", forEach(node("a"), 2, 9, 1, 2, 3))));
    walk.begin("a[0]", RecoveryClass.RERUN);

    walk.give(new Command.StopNode("a", ANY, "enough"));
    walk.end("a[1]", new Result.NotBegun());
    walk.end("a[0]", new Result.Cancelled());

    assertThat(walk.status("a")).isEqualTo(NodeStatus.FAILED);
    assertThat(walk.state.nodes().get("a").error().orElseThrow().code()).isEqualTo("STOPPED");
    assertThat(walk.status("a[2]")).isEqualTo(NodeStatus.PENDING);
  }

  @Test
  void beginsNothingWhileSuspended() {
    Walk walk = Walk.started(plan(serial("s", forEach(node("a"), 1, 0, 1, 2))));
    walk.give(new Command.Suspend());
    walk.succeed("a[0]");
    assertThat(walk.effects).isEmpty();

    walk.give(new Command.Resume());

    assertThat(walk.effects).containsExactly(new Effect.CallAtom("a[1]", 1));
  }

  @Test
  void anEmptyListSucceedsAtOnce() {
    Walk walk = Walk.started(plan(serial("s", forEach(node("a"), 1, 0))));

    assertThat(walk.state.status()).isEqualTo(TaskStatus.SUCCEEDED);
  }

  @Test
  void anElementMayWaitAndBeRetriedByItsPolicy() {
    Policy policy = SamplePlans.retry(1, Duration.ofSeconds(10));
    Walk walk = Walk.started(plan(serial("s", forEach(node("a", policy), 1, 0, 1))));

    walk.fail("a[0]", RecoveryClass.RERUN, Touched.MAYBE);
    assertThat(walk.status("a[0]")).isEqualTo(NodeStatus.WAITING);
    assertThat(Dues.next(walk.state, walk.now)).contains(walk.now.plusSeconds(10));
    walk.pass(Duration.ofSeconds(10));

    assertThat(walk.state.nodes().get("a[0]").run().intent()).isEqualTo(1);
    walk.succeed("a[0]");
    assertThat(walk.state.status()).isEqualTo(TaskStatus.SUCCEEDED);
  }

  @Test
  void runsTenThousandElements() {
    Object[] items = Collections.nCopies(10_000, 1).toArray();
    Walk walk = Walk.started(plan(serial("s", forEach(node("a"), 10, 0, items))));
    TaskState state = walk.state;

    for (int i = 0; i < 10_000; i++) {
      String id = "a[" + i + "]";
      int call = state.nodes().get(id).run().open().orElseThrow().number();
      Input ended =
          new Input.CallEnded(id, call, 1, RecoveryClass.RERUN, new Result.Succeeded(Map.of()));
      state = ((Verdict.Decision) TaskMachine.decide(state, ended, walk.now)).state();
    }

    assertThat(state.status()).isEqualTo(TaskStatus.SUCCEEDED);
  }
}
