package org.standardops.engine.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.standardops.model.process.Step;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.StepStatus;
import org.standardops.model.task.TaskPlan.PlannedStep;
import org.standardops.model.task.TaskStatus;

/** States of steps, derived from their nodes. */
public final class Steps {

  private Steps() {}

  /** The state of a step of this task. */
  public static StepStatus status(TaskState state, PlannedStep step) {
    List<NodeState> nodes = nodes(state, step);
    if (!nodes.isEmpty() && all(nodes, node -> node.status() == NodeStatus.EXCLUDED)) {
      return StepStatus.EXCLUDED;
    }
    if (isDone(state, step)) {
      return isReached(state, step) ? StepStatus.SUCCEEDED : StepStatus.PENDING;
    }
    boolean touched = any(nodes, node -> node.attempt() > 0);
    if (any(nodes, node -> node.status() == NodeStatus.TERMINATED)
        || touched && state.status() == TaskStatus.TERMINATED) {
      return StepStatus.TERMINATED;
    }
    if (any(nodes, NodeState::isActive)) {
      return StepStatus.RUNNING;
    }
    if (any(nodes, Steps::needsDecision)) {
      return StepStatus.FAILED;
    }
    if (awaitsPerson(state, step)) {
      return StepStatus.AWAITING_PERSON;
    }
    return touched ? StepStatus.RUNNING : StepStatus.PENDING;
  }

  /** The first step that is not done; empty: all are. */
  static Optional<PlannedStep> current(TaskState state) {
    return state.plan().steps().stream().filter(step -> !isDone(state, step)).findFirst();
  }

  /** True where only a person's word is missing for a step to start. */
  static boolean awaitsPerson(TaskState state, PlannedStep step) {
    return step.start() == Step.Start.MANUAL
        && (step.when().isEmpty() || state.conditions().getOrDefault(step.id(), false))
        && !state.continued().contains(step.id())
        && state.startedAt().isPresent()
        && !state.status().isFinal()
        && state.status() != TaskStatus.TERMINATING
        && current(state).equals(Optional.of(step));
  }

  static boolean needsDecision(NodeState node) {
    return node.status() == NodeStatus.FAILED || node.status() == NodeStatus.UNKNOWN;
  }

  static List<NodeState> nodes(TaskState state, PlannedStep step) {
    return step.nodes().stream().map(node -> state.nodes().get(node.id())).toList();
  }

  /** A step of no nodes is done as soon as the steps before it are. */
  private static boolean isReached(TaskState state, PlannedStep step) {
    return state.startedAt().isPresent()
        && (!step.nodes().isEmpty()
            || state.plan().steps().stream()
                .takeWhile(earlier -> !earlier.id().equals(step.id()))
                .allMatch(earlier -> isDone(state, earlier)));
  }

  private static boolean isDone(TaskState state, PlannedStep step) {
    for (var node : step.nodes()) {
      if (!state.nodes().get(node.id()).status().isDone()) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(List<NodeState> nodes, Predicate<NodeState> is) {
    return nodes.stream().anyMatch(is);
  }

  private static boolean all(List<NodeState> nodes, Predicate<NodeState> is) {
    return nodes.stream().allMatch(is);
  }
}
