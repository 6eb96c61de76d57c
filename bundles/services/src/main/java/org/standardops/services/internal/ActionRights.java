package org.standardops.services.internal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.TaskState;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.rights.Access;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Subject;

/** Which operation of the permission table an action or command of a task is. */
final class ActionRights {

  private ActionRights() {}

  /** Those of the actions that this caller may ask for. */
  static Set<Action> allowed(Set<Action> actions, TaskState task, Access access) {
    Set<Action> allowed = EnumSet.noneOf(Action.class);
    actions.stream()
        .filter(
            action ->
                operation(action, task)
                    .map(operation -> access.may(operation, Subject.of(task)))
                    .orElse(false))
        .forEach(allowed::add);
    return allowed;
  }

  /** Empty for what is not served yet. */
  private static Optional<Operation> operation(Action action, TaskState task) {
    return switch (action) {
      case START -> Optional.of(Operation.START_TASK);
      case EDIT ->
          Optional.of(
              task.status() == TaskStatus.CREATED ? Operation.EDIT_TASK : Operation.MODIFY_TASK);
      case SUSPEND -> Optional.of(Operation.SUSPEND_TASK);
      case RESUME -> Optional.of(Operation.RESUME_TASK);
      case TERMINATE -> Optional.of(Operation.TERMINATE_TASK);
      case RETRY -> Optional.of(Operation.RETRY_NODE);
      case SKIP -> Optional.of(Operation.SKIP_NODE);
      case STOP -> Optional.of(Operation.STOP_NODE);
      case CONTINUE -> Optional.of(Operation.CONTINUE_STEP);
      case RESOLVE -> Optional.of(Operation.RESOLVE_NODE);
      case RUN_AGAIN -> Optional.of(Operation.RUN_TASK_AGAIN);
      case CREATE_LIGHT_APP -> Optional.of(Operation.CREATE_LIGHT_APP);
      case CLONE -> Optional.of(Operation.CLONE_TASK);
    };
  }

  /**
   * The operation that a command is.
   *
   * @throws IllegalArgumentException for Edit and Modify, which have calls of their own
   */
  static Operation operation(Command command) {
    if (command instanceof Command.Start) {
      return Operation.START_TASK;
    } else if (command instanceof Command.Suspend) {
      return Operation.SUSPEND_TASK;
    } else if (command instanceof Command.Resume) {
      return Operation.RESUME_TASK;
    } else if (command instanceof Command.Terminate) {
      return Operation.TERMINATE_TASK;
    } else if (command instanceof Command.RunAgain) {
      return Operation.RUN_TASK_AGAIN;
    } else if (command instanceof Command.ContinueStep) {
      return Operation.CONTINUE_STEP;
    } else if (command instanceof Command.RetryNode) {
      return Operation.RETRY_NODE;
    } else if (command instanceof Command.SkipNode) {
      return Operation.SKIP_NODE;
    } else if (command instanceof Command.StopNode) {
      return Operation.STOP_NODE;
    } else if (command instanceof Command.AnswerNode) {
      return Operation.ANSWER_NODE;
    } else if (command instanceof Command.ResolveNode) {
      return Operation.RESOLVE_NODE;
    }
    throw new IllegalArgumentException(
        command.getClass().getSimpleName() + " is no command of its own: use replace or modify.");
  }
}
