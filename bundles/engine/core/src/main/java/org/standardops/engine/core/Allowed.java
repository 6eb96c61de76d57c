package org.standardops.engine.core;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan.PlannedStep;
import org.standardops.model.task.TaskStatus;

/** What a person could do now, by the states alone; who may do it is not asked here. */
public final class Allowed {

  private Allowed() {}

  /**
   * Actions on the task; CONTINUE where a manual step awaits a person, CREATE_LIGHT_APP where it
   * has succeeded.
   */
  public static Set<Action> task(TaskState state) {
    Set<Action> allowed = actions(Transition.TASK, state.status());
    if (state.plan().steps().stream()
        .anyMatch(step -> step(state, step).contains(Action.CONTINUE))) {
      allowed.add(Action.CONTINUE);
    }
    if (state.status() == TaskStatus.SUCCEEDED) {
      allowed.add(Action.CREATE_LIGHT_APP);
    }
    if (state.nodes().values().stream().anyMatch(NodeState::isActive)) {
      allowed.remove(Action.RUN_AGAIN);
    }
    return allowed;
  }

  /** CONTINUE, or nothing. */
  public static Set<Action> step(TaskState state, PlannedStep step) {
    return Steps.awaitsPerson(state, step)
        ? EnumSet.of(Action.CONTINUE)
        : EnumSet.noneOf(Action.class);
  }

  /** Actions on a node. */
  public static Set<Action> node(TaskState state, String node) {
    if (!takesDecisions(state.status())) {
      return EnumSet.noneOf(Action.class);
    }
    NodeState of = state.nodes().get(node);
    if (ElementId.is(node) && !goesOn(state.nodes().get(ElementId.nodeOf(node)))) {
      return EnumSet.noneOf(Action.class);
    }
    Set<Action> allowed = actions(Transition.NODE, of.status());
    if (!of.isActive() || of.run().ending().isPresent()) {
      allowed.remove(Action.STOP);
      if (of.isActive()) {
        allowed.remove(Action.CONTINUE);
      }
    }
    return allowed;
  }

  /** Elements obey people while their node can still become another. */
  private static boolean goesOn(NodeState node) {
    return node.run().ending().isEmpty()
        && (node.runsForEach() || node.status() == NodeStatus.FAILED);
  }

  /** The tasks whose nodes obey people. */
  static boolean takesDecisions(TaskStatus status) {
    return status == TaskStatus.RUNNING
        || status == TaskStatus.SUSPENDED
        || status == TaskStatus.FAILED;
  }

  private static <S extends Enum<S>> Set<Action> actions(List<Transition<S>> table, S from) {
    return table.stream()
        .filter(line -> line.from() == from)
        .flatMap(line -> line.action().stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Action.class)));
  }
}
