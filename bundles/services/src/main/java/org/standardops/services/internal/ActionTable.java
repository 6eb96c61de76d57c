package org.standardops.services.internal;

import java.util.Set;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.TaskState;

/** What the state of a task allows, whoever asks. */
final class ActionTable {

  private ActionTable() {}

  static Set<Action> ofTask(TaskState task) {
    return switch (task.status()) {
      case CREATED -> Set.of(Action.START, Action.EDIT, Action.TERMINATE, Action.CLONE);
      case RUNNING -> Set.of(Action.SUSPEND, Action.TERMINATE, Action.CLONE);
      case SUSPENDED -> Set.of(Action.RESUME, Action.EDIT, Action.TERMINATE, Action.CLONE);
      case FAILED -> Set.of(Action.EDIT, Action.TERMINATE, Action.CLONE);
      case TERMINATING, TERMINATED -> Set.of(Action.CLONE);
      case SUCCEEDED -> Set.of(Action.CREATE_LIGHT_APP, Action.CLONE);
    };
  }

  static Set<Action> ofNode(TaskState task, NodeState node) {
    boolean open =
        switch (task.status()) {
          case RUNNING, SUSPENDED, FAILED -> true;
          case CREATED, TERMINATING, SUCCEEDED, TERMINATED -> false;
        };
    if (!open) {
      return Set.of();
    }
    return switch (node.status()) {
      case RUNNING, WAITING -> Set.of(Action.STOP);
      case AWAITING_PERSON -> Set.of(Action.CONTINUE, Action.STOP);
      case FAILED -> Set.of(Action.RETRY, Action.SKIP);
      case UNKNOWN -> Set.of(Action.RETRY, Action.SKIP, Action.RESOLVE);
      case PENDING, SUCCEEDED, SKIPPED, TERMINATED, EXCLUDED -> Set.of();
    };
  }
}
