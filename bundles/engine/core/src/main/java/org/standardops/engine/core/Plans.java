package org.standardops.engine.core;

import java.util.List;
import java.util.Optional;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskPlan.PlannedStep;

/** Finds steps and nodes in a task's plan. */
final class Plans {

  private Plans() {}

  static PlannedNode node(TaskState state, String id) {
    String node = ElementId.nodeOf(id);
    return state.plan().nodes().filter(of -> of.id().equals(node)).findFirst().orElseThrow();
  }

  /** This step and the later ones. */
  static List<PlannedStep> from(TaskState state, String step) {
    return state.plan().steps().stream().dropWhile(of -> !of.id().equals(step)).toList();
  }

  static Optional<PlannedStep> step(TaskState state, String id) {
    return state.plan().steps().stream().filter(step -> step.id().equals(id)).findFirst();
  }
}
