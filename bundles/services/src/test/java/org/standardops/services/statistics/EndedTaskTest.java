package org.standardops.services.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.TaskEvent.Kind;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.Input;
import org.standardops.engine.core.RecoveryClass;
import org.standardops.engine.core.Result;
import org.standardops.engine.core.TaskMachine;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.core.Touched;
import org.standardops.engine.core.Verdict;
import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.Policy;
import org.standardops.model.process.ProcessDefinition.OnTimeout;
import org.standardops.model.process.Step;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskPlan.PlannedStep;
import org.standardops.services.port.StatisticsStore.Counted;
import org.standardops.services.port.StatisticsStore.Times;

class EndedTaskTest {

  private Instant now = Instant.parse("2026-11-24T08:00:00Z");
  private final List<TaskEvent> events = new ArrayList<>();
  private TaskState task = TaskMachine.create(plan(), false, "ann", now).state();

  private TaskPlan plan() {
    PlannedNode node =
        new PlannedNode(
            "a",
            "a",
            new AtomRef("timer", "1.0.0"),
            TimingType.DATABASE_CHANGE,
            true,
            Map.of(),
            Policy.DEFAULT,
            Map.of(),
            Set.of());
    return new TaskPlan(
        TaskId.at(now.toEpochMilli(), 7),
        new BusinessId("web"),
        new ProcessId("p1"),
        "CDN",
        1,
        "CDN_1",
        new TaskPlan.Origin(TaskPlan.Origin.Kind.API, Optional.empty()),
        "ann",
        now,
        Optional.empty(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        OnTimeout.NOTIFY,
        Optional.empty(),
        List.of(new PlannedStep("s", "s", Step.Mode.SERIAL, Step.Start.AUTOMATIC, List.of(node))));
  }

  private void after(long minutes, Input input) {
    now = now.plus(Duration.ofMinutes(minutes));
    String before = task.status().name();
    String node = task.nodes().get("a").status().name();
    task = ((Verdict.Decision) TaskMachine.decide(task, input, now)).state();
    if (!node.equals(task.nodes().get("a").status().name())) {
      tell(Kind.NODE_STATE, Optional.of("a"), task.nodes().get("a").status().name());
    }
    if (!before.equals(task.status().name())) {
      tell(Kind.TASK_STATE, Optional.empty(), task.status().name());
    }
  }

  private void after(long minutes, Command command) {
    after(minutes, new Input.Given(command, "ann"));
  }

  private void after(long minutes, Result result) {
    int call = task.nodes().get("a").run().open().orElseThrow().number();
    int intent = task.nodes().get("a").run().intent();
    after(minutes, new Input.CallEnded("a", call, intent, RecoveryClass.RERUN, result));
  }

  private void tell(Kind kind, Optional<String> node, String state) {
    events.add(
        new TaskEvent(
            task.seq(),
            true,
            now,
            kind,
            Optional.empty(),
            node,
            OptionalInt.empty(),
            Optional.of(state),
            Optional.of("bob"),
            OptionalDouble.empty()));
  }

  private static Result failed() {
    return new Result.Failed(new NodeError("X", "Broken.", true), Touched.NO, Map.of());
  }

  private static Command retry() {
    return new Command.RetryNode("a", OptionalInt.empty(), Map.of(), Map.of(), Optional.empty());
  }

  private static Times minutes(long worked, long awaitingPerson, long suspended) {
    return new Times(
        Duration.ofMinutes(worked),
        Duration.ofMinutes(awaitingPerson),
        Duration.ofMinutes(suspended));
  }

  private Counted counted() {
    return EndedTask.count(task, events).orElseThrow();
  }

  @Test
  void tellsWhoStartedItBesideWhoMadeIt() {
    after(0, new Command.Start());
    after(1, new Command.Terminate(""));

    assertThat(counted().task().person()).isEqualTo("ann");
    assertThat(counted().task().starter()).isEqualTo("bob");
  }

  @Test
  void addsUpAllAttemptsAndTellsThePersonsTimeApart() {
    after(1, new Command.Start());
    after(3, failed());
    after(60, retry());
    after(4, new Result.Succeeded(Map.of()));

    assertThat(counted().task().times()).isEqualTo(minutes(7, 60, 0));
    assertThat(counted().task().succeeded()).isTrue();
    assertThat(counted().nodes())
        .singleElement()
        .satisfies(
            node -> {
              assertThat(node.times()).isEqualTo(minutes(7, 60, 0));
              assertThat(node.attempts()).isEqualTo(2);
              assertThat(node.timing()).isEqualTo(TimingType.DATABASE_CHANGE);
            });
  }

  @Test
  void tellsTheTimeOfASuspensionApart() {
    after(1, new Command.Start());
    after(2, new Command.Suspend());
    after(30, new Command.Resume());
    after(5, new Result.Succeeded(Map.of()));

    assertThat(counted().task().times()).isEqualTo(minutes(7, 0, 30));
    assertThat(counted().nodes().get(0).times()).isEqualTo(minutes(7, 0, 30));
  }

  @Test
  void waitingForAnAnswerIsAPersonsTime() {
    after(1, new Command.Start());
    after(2, new Result.AwaitPerson(Map.of(), "Go on?", List.of()));
    after(50, new Command.AnswerNode("a", OptionalInt.empty(), true, ""));
    after(1, new Result.Succeeded(Map.of()));

    assertThat(counted().task().times()).isEqualTo(minutes(3, 50, 0));
    assertThat(counted().nodes().get(0).times()).isEqualTo(minutes(3, 50, 0));
  }

  @Test
  void aFailureThatEndsInTerminationDidNotSucceed() {
    after(1, new Command.Start());
    after(2, failed());
    after(8, new Command.Terminate(""));

    assertThat(counted().task().succeeded()).isFalse();
    assertThat(counted().nodes().get(0).succeeded()).isFalse();
    assertThat(counted().nodes().get(0).times()).isEqualTo(minutes(2, 8, 0));
  }

  @Test
  void aTaskThatNeverStartedIsNotCounted() {
    after(1, new Command.Terminate(""));

    assertThat(EndedTask.count(task, events)).isEmpty();
  }
}
