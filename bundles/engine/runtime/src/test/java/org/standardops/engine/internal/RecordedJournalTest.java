package org.standardops.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.Conditions;
import org.standardops.engine.core.Entry;
import org.standardops.engine.core.EventKind;
import org.standardops.engine.core.Input;
import org.standardops.engine.core.RecoveryClass;
import org.standardops.engine.core.Result;
import org.standardops.engine.core.TaskMachine;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.core.Touched;
import org.standardops.engine.core.Verdict;
import org.standardops.engine.port.JournalRow;
import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.ForEach;
import org.standardops.model.process.Policy;
import org.standardops.model.process.ProcessDefinition.OnTimeout;
import org.standardops.model.process.Step;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskPlan.PlannedStep;

/**
 * A journal that was written once, with every kind of event, is read for ever. {@code
 * -Djournal.write=true} writes the one of the version at hand, before its release only.
 */
class RecordedJournalTest {

  private static final Path RECORDED = Path.of("src/test/resources/journals/0.1.0.txt");
  private static final Path MISSED_START =
      Path.of("src/test/resources/journals/0.1.0-missed-start.txt");
  private static final Path ELEMENTS = Path.of("src/test/resources/journals/0.1.0-elements.txt");
  private static final Set<EventKind> OF_ELEMENTS =
      Set.of(
          EventKind.STEP_CONDITION_DECIDED,
          EventKind.NODE_CONDITION_DECIDED,
          EventKind.ELEMENTS_BEGAN,
          EventKind.RUN_AGAIN);
  private static final Path CHECKPOINT =
      Path.of("src/test/resources/journals/0.1.0-checkpoint.txt");
  private static final TaskId TASK = new TaskId(7);
  private static final Instant BEGIN = Instant.parse("2026-11-24T08:00:00.123456Z");

  private static final Conditions CONDITIONS =
      (text, values) -> Conditions.Answer.of(text.equals("v == 1"));

  private final EventCodec codec = new EventCodec();
  private final List<Entry> entries = new ArrayList<>();
  private TaskState state;
  private Instant now = BEGIN;

  @Test
  void stillApplies() throws IOException {
    List<JournalRow> rows = recorded(RECORDED, play());

    Set<EventKind> kinds =
        rows.stream()
            .flatMap(row -> codec.decode(row).events().stream())
            .map(EventKind::of)
            .collect(Collectors.toSet());
    assertThat(kinds).containsExactlyInAnyOrder(recordable());
  }

  @Test
  void stillAppliesAStartThatWasMissed() throws IOException {
    recorded(MISSED_START, playMissedStart());
  }

  @Test
  void stillAppliesConditionsElementsAndRunningAgain() throws IOException {
    List<JournalRow> rows = recorded(ELEMENTS, playElements());

    assertThat(rows)
        .flatExtracting(row -> codec.decode(row).events().stream().map(EventKind::of).toList())
        .containsAll(OF_ELEMENTS);
    assertThat(codec.decodeSnapshot(codec.encodeSnapshot(state))).isEqualTo(state);
  }

  @Test
  void stillAppliesACheckpoint() throws IOException {
    recorded(CHECKPOINT, playCheckpoint());
  }

  private List<JournalRow> recorded(Path file, TaskState expected) throws IOException {
    if (Boolean.getBoolean("journal.write")) {
      Files.createDirectories(file.getParent());
      Files.write(file, entries.stream().map(e -> line(codec.encode(TASK, e))).toList());
    }
    List<JournalRow> rows = Files.readAllLines(file).stream().map(this::row).toList();
    assertThat(codec.fold(rows)).isEqualTo(expected);
    return rows;
  }

  /** One task cannot both succeed and be terminated; the others have a journal of their own. */
  private static EventKind[] recordable() {
    return Arrays.stream(EventKind.values())
        .filter(kind -> kind != EventKind.TASK_SUCCEEDED)
        .filter(kind -> kind != EventKind.TASK_START_MISSED)
        .filter(kind -> !OF_ELEMENTS.contains(kind))
        .filter(kind -> kind != EventKind.CHECKPOINT_SAVED)
        .toArray(EventKind[]::new);
  }

  private static String line(JournalRow row) {
    String data = new String(row.data(), StandardCharsets.UTF_8);
    return row.seq() + " " + row.at() + " " + row.kind() + " " + row.version() + " " + data;
  }

  private JournalRow row(String line) {
    String[] parts = line.split(" ", 5);
    return new JournalRow(
        TASK,
        Integer.parseInt(parts[0]),
        Long.parseLong(parts[1]),
        Short.parseShort(parts[2]),
        Short.parseShort(parts[3]),
        parts[4].getBytes(StandardCharsets.UTF_8));
  }

  private TaskState playElements() {
    create(elementsPlan());
    give(new Command.Start());
    end("a[0]", new Result.Succeeded(Map.of("out", 1)));
    end("a[1]", failed());
    give(new Command.RetryNode("a[1]", OptionalInt.empty(), Map.of(), Map.of(), Optional.empty()));
    end("a[1]", new Result.Succeeded(Map.of("out", 2)));
    end("c", failed());
    give(new Command.RunAgain("s1"));
    end("a[0]", new Result.Succeeded(Map.of("out", 3)));
    return state;
  }

  private static TaskPlan elementsPlan() {
    TaskPlan plan = plan();
    PlannedNode a = plan.steps().get(0).nodes().get(0);
    PlannedNode b = plan.steps().get(0).nodes().get(1);
    PlannedNode c = plan.steps().get(1).nodes().get(0);
    ForEach forEach =
        new ForEach(List.of(1, Map.of("two", 2)), "item", 1, new ForEach.Tolerate(0, 0.1));
    return new TaskPlan(
        plan.id(),
        plan.business(),
        plan.process(),
        plan.processName(),
        plan.revision(),
        plan.name(),
        plan.origin(),
        plan.createdBy(),
        plan.createdAt(),
        plan.startAt(),
        plan.variables(),
        plan.businessVariables(),
        plan.timeout(),
        plan.onTimeout(),
        plan.notification(),
        List.of(
            new PlannedStep(
                "s1",
                "One",
                Step.Mode.PARALLEL,
                Step.Start.AUTOMATIC,
                List.of(
                    changed(a, Optional.empty(), Optional.of(forEach)),
                    changed(b, Optional.of("v == 2"), Optional.empty())),
                Optional.of("v == 1"),
                Optional.of(5)),
            new PlannedStep(
                "s2",
                "Two",
                Step.Mode.SERIAL,
                Step.Start.AUTOMATIC,
                List.of(changed(c, Optional.of("v == 1"), Optional.empty())))));
  }

  private static PlannedNode changed(
      PlannedNode node, Optional<String> when, Optional<ForEach> forEach) {
    return new PlannedNode(
        node.id(),
        node.name(),
        node.atom(),
        node.timing(),
        node.selected(),
        node.params(),
        Policy.DEFAULT,
        Map.of(),
        node.removed(),
        when,
        forEach);
  }

  private TaskState playCheckpoint() {
    create(plan());
    give(new Command.Start());
    input(new Input.CallBegins("a", open("a"), RecoveryClass.REATTACH));
    input(new Input.CheckpointReached("a", open("a"), Map.of("done", List.of("10.0.0.1"))));
    end("a", failed());
    return state;
  }

  private TaskState playMissedStart() {
    Instant at = BEGIN.plusSeconds(60);
    create(plan().startingAt(Optional.of(new TaskPlan.StartAt(at, "ann", false))));
    now = at.plus(Duration.ofHours(1));
    input(new Input.TimePassed());
    give(new Command.Start());
    return state;
  }

  private TaskState play() {
    create(plan());
    give(new Command.Edit(plan(), OptionalInt.empty()));
    give(new Command.Start());
    end("a", new Result.AtomMissing("Install sample 1.0.0."));
    input(new Input.AtomsArrived(Set.of(new AtomRef("sample", "1.0.0"))));
    input(new Input.CallBegins("a", open("a"), RecoveryClass.REATTACH));
    input(new Input.HandleKnown("a", open("a"), 1, Map.of("job", 1)));
    input(new Input.Recovered());
    end("a", new Result.AwaitCallback(Map.of("job", 1), Duration.ofMinutes(5), "the outside"));
    input(new Input.CallbackArrived("a", 1, List.of(Map.of("ok", true))));
    end("a", new Result.AwaitPerson(Map.of("job", 1), "Go on?", List.of("bob")));
    give(new Command.AnswerNode("a", OptionalInt.empty(), true, "fine"));
    input(new Input.CallEnded("a", 1, 1, RecoveryClass.REATTACH, new Result.Unknown("late")));
    end("a", failed());
    now = now.plusSeconds(30);
    input(new Input.TimePassed());
    give(new Command.Suspend());
    end("a", failed());
    give(
        new Command.Modify(
            Map.of("v", 2), Map.of("c", Map.of("x", new BigDecimal("2.5"))), OptionalInt.empty()));
    give(new Command.Resume());
    give(
        new Command.RetryNode(
            "a", OptionalInt.empty(), Map.of("x", 1), Map.of(), Optional.of("2.0.0")));
    end("a", new Result.Unknown("Nobody knows."));
    give(new Command.ResolveNode("a", OptionalInt.empty(), true, Map.of("out", "o"), "seen"));
    end("b", failed());
    now = now.plusSeconds(30);
    input(new Input.TimePassed());
    end("b", failed());
    give(new Command.SkipNode("b", OptionalInt.empty(), "not needed"));
    give(new Command.ContinueStep("s2"));
    end(
        "c",
        new Result.Poll(
            Duration.ofHours(1), Map.of("job", 2), "job", Map.of("half", new BigDecimal("0.5"))));
    now = now.plus(Duration.ofHours(2));
    input(new Input.TimePassed());
    give(new Command.Terminate("enough"));
    end("c", new Result.CannotCancel("It has no brake."));
    return state;
  }

  private void create(TaskPlan plan) {
    Verdict.Decision created = TaskMachine.create(plan, false, "ann", now, CONDITIONS);
    entries.add(new Entry(1, now, created.events()));
    state = created.state();
  }

  private static Result failed() {
    return new Result.Failed(
        new NodeError("BROKEN", "It broke.", true), Touched.NO, Map.of("seen", 1));
  }

  private void give(Command command) {
    input(new Input.Given(command, "ann"));
  }

  private int open(String node) {
    return state.nodes().get(node).run().open().orElseThrow().number();
  }

  private void end(String node, Result result) {
    int intent = state.nodes().get(node).run().intent();
    input(new Input.CallEnded(node, open(node), intent, RecoveryClass.REATTACH, result));
  }

  private void input(Input input) {
    Verdict verdict = TaskMachine.decide(state, input, now, CONDITIONS);
    assertThat(verdict).as(input::toString).isInstanceOf(Verdict.Decision.class);
    Verdict.Decision decision = (Verdict.Decision) verdict;
    if (!decision.events().isEmpty()) {
      entries.add(new Entry(decision.state().seq(), now, decision.events()));
    }
    state = decision.state();
  }

  private static TaskPlan plan() {
    Policy policy =
        new Policy(
            new Policy.Retry(1, Duration.ofSeconds(30), 1.5),
            Optional.empty(),
            Policy.OnFailure.STOP);
    PlannedNode[] nodes =
        Stream.of("a", "b", "c")
            .map(
                id ->
                    new PlannedNode(
                        id,
                        "Node " + id,
                        new AtomRef("sample", "1.0.0"),
                        TimingType.OPERATION_EXECUTION,
                        true,
                        Map.of("to", "${v}"),
                        policy,
                        Map.of("out", "result"),
                        Set.of()))
            .toArray(PlannedNode[]::new);
    return new TaskPlan(
        TASK,
        new BusinessId("b1"),
        new ProcessId("p1"),
        "Sample",
        3,
        "Sample_1",
        new TaskPlan.Origin(TaskPlan.Origin.Kind.API, Optional.empty()),
        "ann",
        BEGIN,
        Optional.empty(),
        Map.of("v", 1),
        Map.of("region", "eu"),
        Optional.of(Duration.ofHours(1)),
        OnTimeout.NOTIFY,
        Optional.empty(),
        List.of(
            new PlannedStep(
                "s1", "One", Step.Mode.SERIAL, Step.Start.AUTOMATIC, List.of(nodes[0], nodes[1])),
            new PlannedStep(
                "s2", "Two", Step.Mode.PARALLEL, Step.Start.MANUAL, List.of(nodes[2]))));
  }
}
