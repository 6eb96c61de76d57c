package org.standardops.engine.core;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskPlan.PlannedStep;
import org.standardops.model.task.TaskPlan.StartAt;
import org.standardops.model.task.TaskStatus;

/** Makes the next state from an event of the task as a whole; total. */
final class TaskAppliers {

  private TaskAppliers() {}

  static TaskState created(Event.TaskCreated event) {
    return planned(event.plan(), 0);
  }

  private static TaskState planned(TaskPlan plan, int seq) {
    Map<String, NodeState> nodes = new LinkedHashMap<>();
    plan.nodes().forEach(node -> nodes.put(node.id(), NodeState.planned(node)));
    return new TaskState(
        plan,
        seq,
        TaskStatus.CREATED,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        plan.variables(),
        nodes,
        Set.of(),
        Duration.ZERO,
        Optional.empty());
  }

  static TaskState apply(TaskState state, Event event, Instant at) {
    return switch (EventKind.of(event)) {
      case TASK_CREATED -> created((Event.TaskCreated) event);
      case TASK_EDITED -> planned(((Event.TaskEdited) event).plan(), state.seq());
      case TASK_START_MISSED -> startMissed(state);
      case TASK_STARTED -> started(state, ((Event.TaskStarted) event).by(), at);
      case TASK_SUSPENDED -> suspended(state, at);
      case TASK_RESUMED -> resumed(state, at);
      case TASK_FAILED -> withStatus(state, TaskStatus.FAILED);
      case TASK_CONTINUED -> withStatus(state, TaskStatus.RUNNING);
      case TASK_TERMINATING -> withStatus(state, TaskStatus.TERMINATING);
      case TASK_TERMINATED -> ended(state, TaskStatus.TERMINATED, at);
      case TASK_SUCCEEDED -> ended(state, TaskStatus.SUCCEEDED, at);
      case TASK_BECAME_OVERDUE -> overdue(state);
      case STEP_CONDITION_DECIDED -> decided(state, (Event.StepConditionDecided) event);
      case RUN_AGAIN -> runAgain(state, ((Event.RunAgain) event).fromStep());
      case STEP_CONTINUED -> continued(state, ((Event.StepContinued) event).step());
      case VARIABLES_CHANGED ->
          NodeAppliers.withVariables(state, ((Event.VariablesChanged) event).variables());
      default -> throw new IllegalArgumentException(event + " is an event of a node.");
    };
  }

  /** Nothing else has happened to a task that is CREATED: all of it is in its plan. */
  private static TaskState startMissed(TaskState s) {
    TaskPlan plan =
        s.plan().startingAt(s.plan().startAt().map(it -> new StartAt(it.at(), it.by(), true)));
    return planned(plan, s.seq());
  }

  private static TaskState started(TaskState s, String by, Instant at) {
    return new TaskState(
        s.plan(),
        s.seq(),
        TaskStatus.RUNNING,
        s.overdue(),
        Optional.of(at),
        Optional.of(by),
        s.endedAt(),
        s.variables(),
        s.nodes(),
        s.continued(),
        s.ran(),
        Optional.of(at),
        s.conditions());
  }

  private static TaskState suspended(TaskState s, Instant at) {
    Duration ran =
        s.runningSince().map(since -> s.ran().plus(Duration.between(since, at))).orElse(s.ran());
    return new TaskState(
        s.plan(),
        s.seq(),
        TaskStatus.SUSPENDED,
        s.overdue(),
        s.startedAt(),
        s.startedBy(),
        s.endedAt(),
        s.variables(),
        s.nodes(),
        s.continued(),
        ran,
        Optional.empty(),
        s.conditions());
  }

  private static TaskState resumed(TaskState s, Instant at) {
    return new TaskState(
        s.plan(),
        s.seq(),
        TaskStatus.RUNNING,
        s.overdue(),
        s.startedAt(),
        s.startedBy(),
        s.endedAt(),
        s.variables(),
        s.nodes(),
        s.continued(),
        s.ran(),
        Optional.of(at),
        s.conditions());
  }

  private static TaskState withStatus(TaskState s, TaskStatus status) {
    return new TaskState(
        s.plan(),
        s.seq(),
        status,
        s.overdue(),
        s.startedAt(),
        s.startedBy(),
        s.endedAt(),
        s.variables(),
        s.nodes(),
        s.continued(),
        s.ran(),
        s.runningSince(),
        s.conditions());
  }

  private static TaskState ended(TaskState s, TaskStatus status, Instant at) {
    return new TaskState(
        s.plan(),
        s.seq(),
        status,
        s.overdue(),
        s.startedAt(),
        s.startedBy(),
        Optional.of(at),
        s.variables(),
        s.nodes(),
        s.continued(),
        s.ran(),
        Optional.empty(),
        s.conditions());
  }

  private static TaskState overdue(TaskState s) {
    return new TaskState(
        s.plan(),
        s.seq(),
        s.status(),
        true,
        s.startedAt(),
        s.startedBy(),
        s.endedAt(),
        s.variables(),
        s.nodes(),
        s.continued(),
        s.ran(),
        s.runningSince(),
        s.conditions());
  }

  private static TaskState continued(TaskState s, String step) {
    Set<String> continued = new HashSet<>(s.continued());
    continued.add(step);
    return new TaskState(
        s.plan(),
        s.seq(),
        s.status(),
        s.overdue(),
        s.startedAt(),
        s.startedBy(),
        s.endedAt(),
        s.variables(),
        s.nodes(),
        continued,
        s.ran(),
        s.runningSince(),
        s.conditions());
  }

  private static TaskState decided(TaskState s, Event.StepConditionDecided event) {
    Map<String, Boolean> conditions = new HashMap<>(s.conditions());
    conditions.put(event.step(), event.met());
    return withSteps(s, s.variables(), s.nodes(), s.continued(), conditions);
  }

  /** Outputs that became variables are gone until they are given again. */
  private static TaskState runAgain(TaskState s, String fromStep) {
    Map<String, Object> variables = new LinkedHashMap<>(s.variables());
    Map<String, NodeState> nodes = new LinkedHashMap<>(s.nodes());
    Set<String> continued = new HashSet<>(s.continued());
    Map<String, Boolean> conditions = new HashMap<>(s.conditions());
    for (PlannedStep step : Plans.from(s, fromStep)) {
      continued.remove(step.id());
      conditions.remove(step.id());
      for (PlannedNode planned : step.nodes()) {
        NodeState node = nodes.get(planned.id());
        if (node.status() != NodeStatus.EXCLUDED) {
          nodes.put(node.id(), again(node));
          planned.outputs().values().forEach(variables::remove);
        }
      }
    }
    return withSteps(s, variables, nodes, continued, conditions);
  }

  private static NodeState again(NodeState node) {
    NodeChange change = new NodeChange(node);
    change.reset();
    change.checkpoint = Optional.empty();
    for (NodeState element : node.elements().map(Elements::states).orElse(List.of())) {
      if (element != null) {
        change.intent = Math.max(change.intent, element.run().intent());
        change.lastCall = Math.max(change.lastCall, element.run().lastCall());
      }
    }
    change.elements = Optional.empty();
    return change.changed();
  }

  private static TaskState withSteps(
      TaskState s,
      Map<String, Object> variables,
      Map<String, NodeState> nodes,
      Set<String> continued,
      Map<String, Boolean> conditions) {
    return new TaskState(
        s.plan(),
        s.seq(),
        s.status(),
        s.overdue(),
        s.startedAt(),
        s.startedBy(),
        s.endedAt(),
        variables,
        nodes,
        continued,
        s.ran(),
        s.runningSince(),
        conditions);
  }
}
