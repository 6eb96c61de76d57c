package org.standardops.engine.core;

import java.util.Optional;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskPlan.PlannedStep;

/** Finds steps and nodes in a task's plan. */
final class Plans {

  private Plans() {}

  static PlannedNode node(TaskState state, String id) {
    return state.plan().nodes().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
  }

  static Optional<PlannedStep> step(TaskState state, String id) {
    return state.plan().steps().stream().filter(step -> step.id().equals(id)).findFirst();
  }
}
