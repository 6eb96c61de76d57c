package org.standardops.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.standardops.engine.core.SamplePlans.manual;
import static org.standardops.engine.core.SamplePlans.node;
import static org.standardops.engine.core.SamplePlans.parallel;
import static org.standardops.engine.core.SamplePlans.plan;
import static org.standardops.engine.core.SamplePlans.serial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.standardops.model.process.Notify;
import org.standardops.model.process.Notify.On;
import org.standardops.model.process.ProcessDefinition.OnTimeout;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.Notice;
import org.standardops.model.task.Notice.Concerned;
import org.standardops.model.task.Notice.Why;
import org.standardops.model.task.TaskPlan;

class NoticesTest {

  private static final List<On> ALL = Arrays.asList(On.values());

  @Test
  void nothingIsToldWhereTheProcessWantsNothing() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));

    walk.succeed("a");

    assertThat(told(walk)).isEmpty();
  }

  @Test
  void onlyWhatTheProcessChoseIsTold() {
    Walk walk = Walk.started(telling(List.of(On.FAILURE), plan(serial("s", node("a")))));

    walk.succeed("a");

    assertThat(told(walk)).isEmpty();
  }

  @Test
  void successIsToldAtTheEndWithWhoStartedIt() {
    Walk walk = Walk.started(telling(ALL, plan(serial("s", node("a"), node("b")))));
    walk.succeed("a");
    assertThat(told(walk)).isEmpty();

    walk.succeed("b");

    assertThat(told(walk)).extracting(Notice::why).containsExactly(Why.SUCCEEDED);
    assertThat(told(walk).get(0).startedBy()).contains("ann");
    assertThat(told(walk).get(0).startedAt()).contains(SamplePlans.NOW);
  }

  @Test
  void failureIsToldOnceForAllNodesFailedThen() {
    Walk walk = Walk.started(telling(ALL, plan(parallel("s", node("a"), node("b")))));
    walk.fail("a", RecoveryClass.RERUN, Touched.NO);
    assertThat(told(walk)).isEmpty();

    walk.fail("b", RecoveryClass.RERUN, Touched.NO);

    assertThat(told(walk)).extracting(Notice::why).containsExactly(Why.FAILED);
    assertThat(told(walk).get(0).nodes())
        .containsExactly(
            new Concerned("a", "a", "It broke."), new Concerned("b", "b", "It broke."));
  }

  @Test
  void failureIsToldAgainAfterARetryThatFails() {
    Walk walk = Walk.started(telling(ALL, plan(serial("s", node("a")))));
    walk.fail("a", RecoveryClass.RERUN, Touched.NO);

    walk.give(
        new Command.RetryNode("a", OptionalInt.empty(), Map.of(), Map.of(), Optional.empty()));
    walk.fail("a", RecoveryClass.RERUN, Touched.NO);

    assertThat(told(walk)).extracting(Notice::why).containsExactly(Why.FAILED, Why.FAILED);
  }

  @Test
  void aReasonIsCutAfterTwoHundredCharacters() {
    Walk walk = Walk.started(telling(ALL, plan(serial("s", node("a")))));
    NodeError error = new NodeError("BROKEN", "😀".repeat(300), true);

    walk.end("a", new Result.Failed(error, Touched.NO, Map.of()));

    assertThat(told(walk).get(0).nodes().get(0).reason()).isEqualTo("😀".repeat(199) + "…");
  }

  @Test
  void aQuestionIsToldWithWhoMayAnswer() {
    Walk walk = Walk.started(telling(ALL, plan(serial("s", node("a")))));

    walk.end("a", new Result.AwaitPerson(Map.of(), "Go on?", List.of("bob")));

    assertThat(told(walk)).extracting(Notice::why).containsExactly(Why.NODE_ASKS);
    assertThat(told(walk).get(0).asked()).containsExactly("bob");
    assertThat(told(walk).get(0).nodes()).containsExactly(new Concerned("a", "a", "Go on?"));
  }

  @Test
  void aManualStepIsToldOnceWhenItsTurnComes() {
    Walk walk = Walk.started(telling(ALL, plan(serial("s", node("a")), manual("m", node("b")))));
    assertThat(told(walk)).isEmpty();

    walk.succeed("a");
    walk.pass(Duration.ofSeconds(1));

    assertThat(told(walk)).extracting(Notice::why).containsExactly(Why.STEP_WAITS);
    assertThat(told(walk).get(0).nodes()).containsExactly(new Concerned("m", "m", ""));
  }

  @Test
  void anUnknownNodeIsTold() {
    Walk walk = Walk.started(telling(ALL, plan(serial("s", node("a")))));

    walk.end("a", RecoveryClass.UNKNOWN, new Result.Unknown("The answer was lost."));

    assertThat(told(walk)).extracting(Notice::why).containsExactly(Why.NODE_UNKNOWN, Why.FAILED);
  }

  @Test
  void anOverdueTaskIsTold() {
    TaskPlan timed =
        plan(Optional.of(Duration.ofMinutes(1)), OnTimeout.NOTIFY, serial("s", node("a")));
    Walk walk = Walk.started(telling(ALL, timed));

    walk.pass(Duration.ofMinutes(2));

    assertThat(told(walk)).extracting(Notice::why).containsExactly(Why.OVERDUE);
    assertThat(told(walk).get(0).nodes()).extracting(Concerned::id).containsExactly("a");
  }

  @Test
  void terminationIsToldOnlyWhereAnotherThanTheStarterDidIt() {
    Walk own = Walk.started(telling(ALL, plan(serial("s", node("a")))));
    own.give(new Command.Terminate(""));
    assertThat(told(own)).isEmpty();

    Walk foreign = Walk.started(telling(ALL, plan(serial("s", node("a")))));
    foreign.decide(new Input.Given(new Command.Terminate(""), "bob"));

    assertThat(told(foreign)).extracting(Notice::why).containsExactly(Why.TERMINATED);
    assertThat(told(foreign).get(0).by()).contains("bob");
  }

  private static TaskPlan telling(List<On> on, TaskPlan plan) {
    Notify notify = new Notify(on, List.of(Notify.Channel.EMAIL), List.of("cat"), List.of(), false);
    return plan.withNotification(Optional.of(notify));
  }

  /** All that was told, from the rows alone. */
  private static List<Notice> told(Walk walk) {
    List<Notice> told = new ArrayList<>();
    Optional<TaskState> before = Optional.empty();
    for (Entry entry : walk.entries) {
      TaskState after =
          before.map(state -> state.apply(entry)).orElseGet(() -> TaskState.created(entry));
      told.addAll(Notices.of(before, after, entry.events(), entry.at()));
      before = Optional.of(after);
    }
    return told;
  }
}
