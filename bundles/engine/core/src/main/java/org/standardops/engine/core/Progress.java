package org.standardops.engine.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.standardops.model.process.Step;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan.PlannedStep;
import org.standardops.model.task.TaskStatus;

/** Brings a task as far as it can go by itself. */
final class Progress {

  private Progress() {}

  static void advance(Draft draft) {
    TaskStatus status = draft.state().status();
    if (status == TaskStatus.TERMINATING) {
      if (draft.state().nodes().values().stream().noneMatch(NodeState::isActive)) {
        draft.add(new Event.TaskTerminated());
      }
    } else if (status == TaskStatus.RUNNING || status == TaskStatus.FAILED) {
      goOn(draft);
    }
  }

  private static void goOn(Draft draft) {
    Optional<PlannedStep> current = Steps.current(draft.state());
    List<String> startable = current.map(step -> startable(draft.state(), step)).orElse(List.of());
    boolean canGoOn =
        current.isEmpty()
            || !startable.isEmpty()
            || Steps.awaitsPerson(draft.state(), current.get())
            || draft.state().nodes().values().stream().anyMatch(NodeState::isActive);
    if (canGoOn && draft.state().status() == TaskStatus.FAILED) {
      draft.add(new Event.TaskContinued());
    }
    startable.forEach(node -> beginAttempt(draft, node));
    if (current.isEmpty()) {
      draft.add(new Event.TaskSucceeded());
    } else if (!canGoOn && draft.state().status() == TaskStatus.RUNNING) {
      draft.add(new Event.TaskFailed());
    }
  }

  private static List<String> startable(TaskState state, PlannedStep step) {
    if (Steps.awaitsPerson(state, step)) {
      return List.of();
    }
    List<String> startable = new ArrayList<>();
    for (NodeState node : Steps.nodes(state, step)) {
      if (node.status() == NodeStatus.PENDING && !node.isActive()) {
        startable.add(node.id());
      }
      if (step.mode() == Step.Mode.SERIAL && !node.status().isDone()) {
        break;
      }
    }
    return startable;
  }

  /** A new attempt, of the same intent where the last one may have touched the outside. */
  static void beginAttempt(Draft draft, String id) {
    NodeState node = draft.node(id);
    int intent = node.run().maybeTouched() ? node.run().intent() : node.run().intent() + 1;
    draft.add(
        new Event.NodeBecameReady(id, node.attempts().size() + 1, draft.nextCall(id), intent));
    draft.callOpen(id);
  }
}
