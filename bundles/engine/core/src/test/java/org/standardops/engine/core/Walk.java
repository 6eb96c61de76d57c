package org.standardops.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;

/** Drives one task by hand and holds every decision to what must always be true. */
final class Walk {

  /** Met where the named variable is true; of no value where there is none. */
  static final Conditions CONDITIONS =
      (expression, values) ->
          values
              .apply(expression)
              .map(value -> Conditions.Answer.of(Boolean.TRUE.equals(value)))
              .orElse(Conditions.Answer.fault(expression + " is nothing."));

  private static final Set<String> TABLES = tables();

  final List<Entry> entries = new ArrayList<>();
  final Set<String> visited = new HashSet<>();
  private final Map<String, Integer> begunUnknown = new HashMap<>();
  Instant now = SamplePlans.NOW;
  TaskState state;
  List<Effect> effects = List.of();

  static Walk started(TaskPlan plan) {
    return new Walk(plan, true);
  }

  Walk(TaskPlan plan, boolean start) {
    Verdict.Decision first = TaskMachine.create(plan, start, "ann", now, CONDITIONS);
    Entry entry = new Entry(1, now, first.events());
    entries.add(entry);
    state = TaskState.created(entry);
    assertThat(state).isEqualTo(first.state());
    effects = first.effects();
    check();
  }

  Verdict give(Command command) {
    return decide(new Input.Given(command, "ann"));
  }

  /** A thread takes the open call. */
  Verdict begin(String node, RecoveryClass recovery) {
    return decide(new Input.CallBegins(node, open(node).number(), recovery));
  }

  /** The open call comes back. */
  Verdict end(String node, RecoveryClass recovery, Result result) {
    return decide(
        new Input.CallEnded(
            node, open(node).number(), state.nodes().get(node).run().intent(), recovery, result));
  }

  Verdict end(String node, Result result) {
    return end(node, RecoveryClass.RERUN, result);
  }

  Verdict succeed(String node) {
    return end(node, new Result.Succeeded(Map.of()));
  }

  Verdict fail(String node, RecoveryClass recovery, Touched touched) {
    return end(node, recovery, failed(touched));
  }

  static Result.Failed failed(Touched touched) {
    return new Result.Failed(new NodeError("BROKEN", "It broke.", true), touched, Map.of());
  }

  Verdict pass(Duration time) {
    now = now.plus(time);
    return decide(new Input.TimePassed());
  }

  OpenCall open(String node) {
    return state.nodes().get(node).run().open().orElseThrow();
  }

  NodeStatus status(String node) {
    return state.nodes().get(node).status();
  }

  Verdict decide(Input input) {
    TaskState before = state;
    Verdict verdict = TaskMachine.decide(state, input, now, CONDITIONS);
    assertThat(TaskMachine.decide(before, input, now, CONDITIONS)).isEqualTo(verdict);
    effects = List.of();
    if (verdict instanceof Verdict.Decision decision) {
      effects = decision.effects();
      if (decision.events().isEmpty()) {
        assertThat(decision.state()).isEqualTo(before);
      } else {
        apply(decision);
      }
    }
    return verdict;
  }

  private void apply(Verdict.Decision decision) {
    for (Event event : decision.events()) {
      TaskState next = state.apply(event, now);
      visit(state, event, next);
      countBegun(state, event);
      state = next;
    }
    Entry entry = new Entry(state.seq() + 1, now, decision.events());
    entries.add(entry);
    state = state.at(entry.seq());
    assertThat(decision.state()).isEqualTo(state);
    check();
  }

  private void visit(TaskState before, Event event, TaskState after) {
    boolean edit =
        event instanceof Event.TaskEdited
            || event instanceof Event.ParamsChanged
            || event instanceof Event.VariablesChanged;
    if (event instanceof Event.RunAgain && before.status() == TaskStatus.SUSPENDED) {
      visited.add("task SUSPENDED SUSPENDED");
    }
    if (before.status() != after.status() || edit && Allowed.task(before).contains(Action.EDIT)) {
      visited.add("task " + before.status() + " " + after.status());
    }
    before
        .nodes()
        .forEach(
            (id, node) -> {
              node.elements().ifPresent(elements -> elements(elements, after.nodes().get(id)));
              NodeStatus next = after.nodes().get(id).status();
              if (node.status() != next) {
                visited.add("node " + node.status() + " " + next);
              }
            });
    assertThat(TABLES.containsAll(visited)).as(() -> "outside the tables: " + visited).isTrue();
  }

  private void elements(Elements before, NodeState after) {
    if (after.elements().isEmpty()) {
      return; // run again: they are made anew
    }
    for (int i = 0; i < before.size(); i++) {
      NodeState was = before.states().get(i);
      NodeState is = after.elements().get().states().get(i);
      if (was != null && was.status() != is.status()) {
        visited.add("node " + was.status() + " " + is.status());
      }
    }
  }

  static Set<String> tables() {
    Set<String> all = new HashSet<>();
    Transition.TASK.forEach(line -> all.add("task " + line.from() + " " + line.to()));
    Transition.NODE.forEach(line -> all.add("node " + line.from() + " " + line.to()));
    return all;
  }

  /** What class UNKNOWN promises: no intent is started twice. */
  private void countBegun(TaskState before, Event event) {
    if (event instanceof Event.CallBegan began && began.recovery() == RecoveryClass.UNKNOWN) {
      NodeState node = before.nodes().get(began.node());
      if (node.run().open().orElseThrow().kind() == OpenCall.Kind.START) {
        String intent = began.node() + " " + node.run().intent();
        assertThat(begunUnknown.merge(intent, 1, Integer::sum)).as(intent).isEqualTo(1);
      }
    }
  }

  private void check() {
    List<NodeState> all = new ArrayList<>(state.nodes().values());
    all.addAll(state.open());
    for (NodeState node : all) {
      boolean needsOpen =
          node.status() == NodeStatus.RUNNING
              || node.status() == NodeStatus.WAITING
              || node.status() == NodeStatus.AWAITING_PERSON;
      assertThat(!needsOpen || node.isActive()).as(node::toString).isTrue();
      assertThat(node.isActive() && node.status() != NodeStatus.PENDING && !needsOpen)
          .as(node::toString)
          .isFalse();
      assertThat(node.attempts().size()).isGreaterThanOrEqualTo(node.attempt());
    }
    boolean active = state.nodes().values().stream().anyMatch(NodeState::isActive);
    if (state.status().isFinal() || state.status() == TaskStatus.FAILED) {
      assertThat(active).isFalse();
    }
    if (state.status() == TaskStatus.FAILED) {
      assertThat(state.nodes().values()).anyMatch(Steps::needsDecision);
    }
  }

  TaskState folded() {
    TaskState folded = TaskState.created(entries.get(0));
    for (Entry entry : entries.subList(1, entries.size())) {
      folded = folded.apply(entry);
    }
    return folded;
  }
}
