package org.standardops.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.standardops.engine.core.SamplePlans.forEach;
import static org.standardops.engine.core.SamplePlans.manual;
import static org.standardops.engine.core.SamplePlans.node;
import static org.standardops.engine.core.SamplePlans.plan;
import static org.standardops.engine.core.SamplePlans.serial;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.standardops.model.ErrorCode;
import org.standardops.model.process.Policy;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskStatus;

class RunAgainTest {

  private static Walk failedInTheThirdStep() {
    Walk walk =
        Walk.started(
            plan(
                serial("s", node("a", Policy.DEFAULT, Map.of(), Map.of("x", "x_of_a"))),
                serial(
                    "t",
                    node("b", Policy.DEFAULT, Map.of(), Map.of("y", "y_of_b")),
                    forEach(node("c"), 1, 0, 1, 2)),
                manual("u", node("d"))));
    walk.end("a", new Result.Succeeded(Map.of("x", 1)));
    walk.end("b", new Result.Succeeded(Map.of("y", 2)));
    walk.succeed("c[0]");
    walk.succeed("c[1]");
    walk.give(new Command.ContinueStep("u"));
    walk.fail("d", RecoveryClass.RERUN, Touched.NO);
    return walk;
  }

  @Test
  void runsAStepAndTheLaterOnesAgainAndKeepsWhatCameBefore() {
    Walk walk = failedInTheThirdStep();
    assertThat(Allowed.task(walk.state)).contains(Action.RUN_AGAIN);

    walk.give(new Command.RunAgain("t"));

    assertThat(walk.state.status()).isEqualTo(TaskStatus.RUNNING);
    assertThat(walk.status("a")).isEqualTo(NodeStatus.SUCCEEDED);
    assertThat(walk.state.variables()).containsEntry("x_of_a", 1).doesNotContainKey("y_of_b");
    NodeState b = walk.state.nodes().get("b");
    assertThat(b.attempts()).hasSize(2);
    assertThat(b.run().intent()).isEqualTo(2);
    assertThat(b.attempts().get(0).outputs()).isEqualTo(Map.of("y", 2));
    assertThat(walk.status("d")).isEqualTo(NodeStatus.PENDING);
    assertThat(walk.folded()).isEqualTo(walk.state);
  }

  @Test
  void elementsNeverUseAnIntentOrCallNumberAgain() {
    Walk walk = failedInTheThirdStep();
    walk.give(new Command.RunAgain("t"));

    walk.succeed("b");

    NodeState element = walk.state.nodes().get("c[0]");
    assertThat(element.run().intent()).isEqualTo(2);
    assertThat(element.run().lastCall()).isEqualTo(2);
  }

  @Test
  void aManualStepIsAskedForAgain() {
    Walk walk = failedInTheThirdStep();

    walk.give(new Command.RunAgain("u"));

    assertThat(walk.state.nodes().get("d").isActive()).isFalse();
    assertThat(Allowed.task(walk.state)).contains(Action.CONTINUE);
  }

  @Test
  void isRefusedWhileSomethingRunsOrTheStepHasNotBegun() {
    Walk walk = Walk.started(plan(serial("s", node("a")), serial("t", node("b"))));
    assertThat(((Verdict.Rejection) walk.give(new Command.RunAgain("s"))).code())
        .isEqualTo(ErrorCode.STATE_FORBIDS);
    walk.fail("a", RecoveryClass.RERUN, Touched.NO);

    Verdict.Rejection notBegun = (Verdict.Rejection) walk.give(new Command.RunAgain("t"));

    assertThat(notBegun.detail()).contains("has not begun yet");
    assertThat(((Verdict.Rejection) walk.give(new Command.RunAgain("x"))).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void whileSuspendedItBeginsWithTheResumption() {
    Walk walk = Walk.started(plan(serial("s", node("a")), serial("t", node("b"))));
    walk.give(new Command.Suspend());
    walk.succeed("a");

    walk.give(new Command.RunAgain("s"));
    assertThat(walk.status("a")).isEqualTo(NodeStatus.PENDING);
    walk.give(new Command.Resume());

    assertThat(walk.effects).containsExactly(new Effect.CallAtom("a", 2));
  }
}
