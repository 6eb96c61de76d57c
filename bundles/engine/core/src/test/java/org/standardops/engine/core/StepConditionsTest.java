package org.standardops.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.standardops.engine.core.SamplePlans.limited;
import static org.standardops.engine.core.SamplePlans.manual;
import static org.standardops.engine.core.SamplePlans.node;
import static org.standardops.engine.core.SamplePlans.parallel;
import static org.standardops.engine.core.SamplePlans.plan;
import static org.standardops.engine.core.SamplePlans.serial;
import static org.standardops.engine.core.SamplePlans.when;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.StepStatus;
import org.standardops.model.task.TaskStatus;

class StepConditionsTest {

  @Test
  void skipsANodeWhoseConditionIsNotMetAndGoesOnInTheSameRow() {
    Walk walk = Walk.started(plan(serial("s", when(node("a"), "no"), node("b"))));

    assertThat(walk.status("a")).isEqualTo(NodeStatus.SKIPPED);
    assertThat(walk.state.nodes().get("a").run().condition()).contains(false);
    assertThat(walk.effects).containsExactly(new Effect.CallAtom("b", 1));
    assertThat(walk.entries).hasSize(1);
  }

  @Test
  void decidesAConditionOnce() {
    Walk walk = Walk.started(plan(serial("s", when(node("a"), "yes"))));
    walk.fail("a", RecoveryClass.RERUN, Touched.NO);
    walk.give(new Command.Modify(Map.of("yes", false), Map.of(), OptionalInt.empty()));

    walk.give(
        new Command.RetryNode("a", OptionalInt.empty(), Map.of(), Map.of(), Optional.empty()));

    assertThat(walk.state.nodes().get("a").isActive()).isTrue();
    assertThat(walk.folded()).isEqualTo(walk.state);
  }

  @Test
  void skipsAllNodesOfAStepWhoseConditionIsNotMetAndAsksNobody() {
    Walk walk =
        Walk.started(
            plan(
                when(manual("s", node("a"), node("b")), "no"),
                when(manual("t", node("c")), "yes")));

    assertThat(walk.status("a")).isEqualTo(NodeStatus.SKIPPED);
    assertThat(walk.status("b")).isEqualTo(NodeStatus.SKIPPED);
    assertThat(walk.state.conditions()).isEqualTo(Map.of("s", false, "t", true));
    assertThat(Steps.status(walk.state, walk.state.plan().steps().get(1)))
        .isEqualTo(StepStatus.AWAITING_PERSON);
  }

  @Test
  void aConditionWithoutAValueFailsTheNodeUntilItHasOne() {
    Walk walk = Walk.started(plan(serial("s", when(node("a"), "later"))));
    assertThat(walk.status("a")).isEqualTo(NodeStatus.FAILED);
    assertThat(walk.state.nodes().get("a").error().orElseThrow().code())
        .isEqualTo("CONDITION_FAILED");
    assertThat(walk.state.status()).isEqualTo(TaskStatus.FAILED);

    walk.give(
        new Command.RetryNode(
            "a", OptionalInt.empty(), Map.of(), Map.of("later", true), Optional.empty()));

    assertThat(walk.effects).containsExactly(new Effect.CallAtom("a", 1));
  }

  @Test
  void runsNoMoreNodesOfAParallelStepAtOnceThanItsLimit() {
    Walk walk =
        Walk.started(
            plan(
                limited(parallel("s", node("a"), when(node("b"), "no"), node("c"), node("d")), 2)));
    assertThat(walk.effects)
        .containsExactly(new Effect.CallAtom("a", 1), new Effect.CallAtom("c", 1));

    walk.succeed("c");

    assertThat(walk.effects).containsExactly(new Effect.CallAtom("d", 1));
    walk.succeed("a");
    walk.succeed("d");
    assertThat(walk.state.status()).isEqualTo(TaskStatus.SUCCEEDED);
  }
}
