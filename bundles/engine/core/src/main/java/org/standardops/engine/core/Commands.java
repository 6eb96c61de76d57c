package org.standardops.engine.core;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.standardops.model.ErrorCode;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan.PlannedStep;
import org.standardops.model.task.TaskStatus;

/** Decides commands on the task as a whole; those on nodes are passed on. */
final class Commands {

  private Commands() {}

  static Optional<Verdict.Rejection> take(Draft draft, Command command, String by) {
    if (command instanceof Command.Start) {
      return start(draft, by);
    } else if (command instanceof Command.Suspend) {
      return suspend(draft, by);
    } else if (command instanceof Command.Resume) {
      return resume(draft, by);
    } else if (command instanceof Command.Terminate terminate) {
      return terminate(draft, by, terminate.comment());
    } else if (command instanceof Command.RunAgain again) {
      return runAgain(draft, again.fromStep(), by);
    } else if (command instanceof Command.ContinueStep step) {
      return continueStep(draft, step.step(), by);
    } else if (command instanceof Command.Edit edit) {
      return unchangedSince(draft, edit.seq()).or(() -> edit(draft, edit, by));
    } else if (command instanceof Command.Modify modify) {
      return unchangedSince(draft, modify.seq()).or(() -> modify(draft, modify, by));
    }
    return NodeCommands.take(draft, command, by);
  }

  private static Optional<Verdict.Rejection> start(Draft draft, String by) {
    if (draft.state().status() == TaskStatus.RUNNING) {
      return Draft.taken();
    }
    if (!isAllowed(draft, Action.START)) {
      return forbidden(draft);
    }
    draft.add(new Event.TaskStarted(by));
    return Draft.taken();
  }

  private static Optional<Verdict.Rejection> suspend(Draft draft, String by) {
    if (draft.state().status() == TaskStatus.SUSPENDED) {
      return Draft.taken();
    }
    if (!isAllowed(draft, Action.SUSPEND)) {
      return forbidden(draft);
    }
    draft.add(new Event.TaskSuspended(Optional.of(by)));
    return Draft.taken();
  }

  private static Optional<Verdict.Rejection> resume(Draft draft, String by) {
    if (draft.state().status() == TaskStatus.RUNNING) {
      return Draft.taken();
    }
    if (!isAllowed(draft, Action.RESUME)) {
      return forbidden(draft);
    }
    draft.add(new Event.TaskResumed(by));
    for (NodeState node : draft.state().open()) {
      goOnAfterHold(draft, node.id());
    }
    return Draft.taken();
  }

  private static void goOnAfterHold(Draft draft, String node) {
    OpenCall open = draft.open(node);
    if (open.kind() == OpenCall.Kind.START && !open.begun()) {
      draft.callOpen(node);
    } else if (open.kind() == OpenCall.Kind.RETRY_DELAY && open.isDue(draft.now)) {
      Progress.beginAttempt(draft, node);
    }
  }

  private static Optional<Verdict.Rejection> terminate(Draft draft, String by, String comment) {
    TaskStatus status = draft.state().status();
    if (status == TaskStatus.TERMINATING || status == TaskStatus.TERMINATED) {
      return Draft.taken();
    }
    if (!isAllowed(draft, Action.TERMINATE)) {
      return forbidden(draft);
    }
    terminate(draft, Optional.of(by), comment);
    return Draft.taken();
  }

  static void terminate(Draft draft, Optional<String> by, String comment) {
    draft.add(new Event.TaskTerminating(by, comment));
    for (NodeState node : draft.state().open()) {
      Endings.begin(draft, node.id(), Ending.Cause.TERMINATE, by, comment);
    }
  }

  private static Optional<Verdict.Rejection> runAgain(Draft draft, String step, String by) {
    if (Plans.step(draft.state(), step).isEmpty()) {
      return noStep(step);
    }
    if (!isAllowed(draft, Action.RUN_AGAIN)) {
      return forbidden(draft);
    }
    if (Plans.from(draft.state(), step).stream()
        .flatMap(of -> Steps.nodes(draft.state(), of).stream())
        .allMatch(node -> node.attempt() == 0 && node.status() == NodeStatus.PENDING)) {
      return Draft.rejected(
          ErrorCode.STATE_FORBIDS,
          "Step '" + step + "' has not begun yet; choose it or an earlier one that has.");
    }
    draft.add(new Event.RunAgain(step, by));
    return Draft.taken();
  }

  private static Optional<Verdict.Rejection> noStep(String id) {
    return Draft.rejected(ErrorCode.NOT_FOUND, "There is no step '" + id + "' in this task.");
  }

  private static Optional<Verdict.Rejection> continueStep(Draft draft, String id, String by) {
    Optional<PlannedStep> step = Plans.step(draft.state(), id);
    if (step.isEmpty()) {
      return noStep(id);
    }
    if (draft.state().continued().contains(id)) {
      return Draft.taken();
    }
    if (!Allowed.step(draft.state(), step.get()).contains(Action.CONTINUE)) {
      return Draft.rejected(
          ErrorCode.STATE_FORBIDS,
          "Step '"
              + id
              + "' is "
              + Steps.status(draft.state(), step.get())
              + "; only one that is AWAITING_PERSON can be continued.");
    }
    draft.add(new Event.StepContinued(id, by));
    return Draft.taken();
  }

  private static Optional<Verdict.Rejection> edit(Draft draft, Command.Edit edit, String by) {
    if (draft.state().status() != TaskStatus.CREATED) {
      return forbidden(draft);
    }
    if (!edit.plan().id().equals(draft.state().plan().id())) {
      return Draft.rejected(ErrorCode.INVALID, "The plan is of another task.");
    }
    draft.add(new Event.TaskEdited(edit.plan(), by));
    return Draft.taken();
  }

  private static Optional<Verdict.Rejection> modify(Draft draft, Command.Modify modify, String by) {
    return isAllowed(draft, Action.EDIT) && draft.state().status() != TaskStatus.CREATED
        ? Modifying.modify(draft, modify, by)
        : forbidden(draft);
  }

  private static Optional<Verdict.Rejection> unchangedSince(Draft draft, OptionalInt seq) {
    return seq.isEmpty() || seq.getAsInt() == draft.state().seq()
        ? Draft.taken()
        : Draft.rejected(
            ErrorCode.ETAG_CHANGED, "The task has changed since you read it: read it again.");
  }

  private static boolean isAllowed(Draft draft, Action action) {
    return Allowed.task(draft.state()).contains(action);
  }

  private static Optional<Verdict.Rejection> forbidden(Draft draft) {
    return Draft.rejected(
        ErrorCode.STATE_FORBIDS,
        "The task is " + draft.state().status() + "; " + options(Allowed.task(draft.state())));
  }

  static String options(Set<Action> allowed) {
    return allowed.isEmpty() ? "nothing is allowed then." : "allowed now: " + join(allowed) + ".";
  }

  private static String join(Set<Action> allowed) {
    return String.join(", ", allowed.stream().map(Enum::name).toList());
  }
}
