package org.standardops.engine.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.model.ErrorCode;
import org.standardops.model.task.TaskPlan;

/**
 * Decides what an input does to a task. Pure and total: the same state, input and time give the
 * same verdict, always.
 */
public final class TaskMachine {

  private TaskMachine() {}

  /** A new task's first decision. */
  public static Verdict.Decision create(
      TaskPlan plan, boolean start, String by, Instant now, Conditions conditions) {
    Event.TaskCreated created = new Event.TaskCreated(plan);
    TaskState planned = TaskAppliers.created(created);
    List<Event> events = new java.util.ArrayList<>(List.of(created));
    if (!start) {
      return new Verdict.Decision(events, List.of(), planned.at(1));
    }
    Draft draft = new Draft(planned, now, conditions);
    draft.add(new Event.TaskStarted(by));
    Progress.advance(draft);
    Verdict.Decision started = draft.decided();
    events.addAll(started.events());
    return new Verdict.Decision(events, started.effects(), started.state());
  }

  /** A new task's first decision, of one without conditions. */
  public static Verdict.Decision create(TaskPlan plan, boolean start, String by, Instant now) {
    return create(plan, start, by, now, Conditions.NONE);
  }

  /** What the input does to a task without conditions. */
  public static Verdict decide(TaskState state, Input input, Instant now) {
    return decide(state, input, now, Conditions.NONE);
  }

  /**
   * What the input does.
   *
   * @param now whole microseconds, never before the state's last row
   * @param conditions evaluates what it must know; the answers are in the events
   */
  public static Verdict decide(TaskState state, Input input, Instant now, Conditions conditions) {
    Draft draft = new Draft(state, now, conditions);
    Optional<Verdict.Rejection> rejection = take(draft, input);
    if (rejection.isPresent()) {
      return rejection.get();
    }
    Progress.advance(draft);
    return draft.decided();
  }

  private static Optional<Verdict.Rejection> take(Draft draft, Input input) {
    if (input instanceof Input.Given given) {
      return Commands.take(draft, given.command(), given.by());
    }
    if (draft.state().status().isFinal() && !(input instanceof Input.CallEnded)) {
      return Draft.rejected(
          ErrorCode.STATE_FORBIDS, "The task is " + draft.state().status() + ", it has ended.");
    }
    if (input instanceof Input.CallBegins begins) {
      return Calls.begins(draft, begins);
    } else if (input instanceof Input.CallEnded ended) {
      Calls.ended(draft, ended);
    } else if (input instanceof Input.HandleKnown known) {
      return Calls.handleKnown(draft, known);
    } else if (input instanceof Input.CheckpointReached reached) {
      return Calls.checkpointReached(draft, reached);
    } else if (input instanceof Input.CallbackArrived callback) {
      return Callbacks.take(draft, callback);
    } else if (input instanceof Input.TimePassed) {
      Times.passed(draft);
    } else if (input instanceof Input.AtomsArrived arrived) {
      Calls.atomsArrived(draft, arrived);
    } else if (input instanceof Input.Admitted) {
      Recovering.admit(draft);
    } else if (input instanceof Input.Recovered) {
      Recovering.recover(draft);
    }
    return Draft.taken();
  }
}
