package org.standardops.engine.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.JsonValues;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.WaitingFor;

/**
 * Something that happened to a task. A released record never changes its meaning: a new form is a
 * new record with a new {@link EventKind}. Everything that a decision read outside the state is in
 * its events.
 */
public sealed interface Event {

  /** An event of one node. */
  sealed interface OfNode extends Event {
    String node();
  }

  /** An event of the task as a whole. */
  sealed interface OfTask extends Event {}

  record TaskCreated(TaskPlan plan) implements OfTask {}

  record TaskEdited(TaskPlan plan, String by) implements OfTask {}

  record TaskStarted(String by) implements OfTask {}

  /** The server was down at the task's own time, for too long: a person must start it. */
  record TaskStartMissed() implements OfTask {}

  /** Empty {@code by}: the process's timeout. So too for {@link TaskTerminating}. */
  record TaskSuspended(Optional<String> by) implements OfTask {}

  record TaskResumed(String by) implements OfTask {}

  /** Nothing can go on without a decision. */
  record TaskFailed() implements OfTask {}

  /** FAILED to RUNNING: something can go on again. */
  record TaskContinued() implements OfTask {}

  record TaskTerminating(Optional<String> by, String comment) implements OfTask {}

  record TaskTerminated() implements OfTask {}

  record TaskSucceeded() implements OfTask {}

  record TaskBecameOverdue() implements OfTask {}

  /** A manual step may start. */
  record StepContinued(String step, String by) implements OfTask {}

  /** What a step's condition came to. */
  record StepConditionDecided(String step, boolean met) implements OfTask {}

  /** This step and the later ones are as before they began; what was tried is kept. */
  record RunAgain(String fromStep, String by) implements OfTask {}

  /** These variables have new values; the others keep theirs. */
  record VariablesChanged(Map<String, Object> variables, String by) implements OfTask {
    public VariablesChanged {
      variables = JsonValues.object(variables);
    }
  }

  /** The whole parameters that a node not yet started has now. */
  record ParamsChanged(String node, Map<String, Object> params, String by) implements OfNode {
    public ParamsChanged {
      params = JsonValues.object(params);
    }
  }

  /** An attempt began: its first call waits for a thread. */
  record NodeBecameReady(String node, int attempt, int call, int intent) implements OfNode {}

  /** What a node's condition came to. */
  record NodeConditionDecided(String node, boolean met) implements OfNode {}

  /** An attempt of a node began that runs for each of these. */
  record ElementsBegan(String node, int attempt, List<Object> items) implements OfNode {
    public ElementsBegan {
      items = JsonValues.list(items);
    }
  }

  /** A thread took the open call. */
  record CallBegan(String node, int call, RecoveryClass recovery) implements OfNode {}

  /** After a crash the open call is made again, under a new number. */
  record CallReopened(String node, int call) implements OfNode {}

  /** The open call cannot be made: the atom's version is not there. */
  record AtomWasMissing(String node, int call, String detail) implements OfNode {}

  record AtomReturned(String node, int call) implements OfNode {}

  record HandleSaved(String node, int call, Map<String, Object> handle) implements OfNode {
    public HandleSaved {
      handle = JsonValues.object(handle);
    }
  }

  /** What the atom keeps over attempts is this now. */
  record CheckpointSaved(String node, int call, Map<String, Object> checkpoint) implements OfNode {
    public CheckpointSaved {
      checkpoint = JsonValues.object(checkpoint);
    }
  }

  /**
   * The atom waits for its next poll, a callback or a person.
   *
   * @param shownAs what people are told that it waits for; empty: what the kind says
   */
  record WaitBegan(
      String node,
      int call,
      OpenCall.Kind kind,
      Optional<Instant> until,
      Map<String, Object> handle,
      String detail,
      List<String> people,
      Map<String, Object> outputs,
      Optional<WaitingFor.Kind> shownAs)
      implements OfNode {
    public WaitBegan {
      shownAs = shownAs == null ? Optional.empty() : shownAs; // older journals have none
      handle = JsonValues.object(handle);
      people = List.copyOf(people);
      outputs = JsonValues.object(outputs);
    }
  }

  /**
   * An outside system called back.
   *
   * @param body a JSON value, alone in a list
   */
  record CallbackTaken(String node, int attempt, List<Object> body) implements OfNode {
    public CallbackTaken {
      body = JsonValues.list(body);
    }
  }

  record PersonAnswered(String node, boolean approved, String by, String comment)
      implements OfNode {}

  /** The answer is there: the call of resume waits for a thread. */
  record ResumeBecameReady(String node, int call) implements OfNode {}

  record EndingBegan(
      String node, Ending.Cause cause, Optional<String> by, String comment, Instant until)
      implements OfNode {}

  /** A cancel call is to be made. */
  record CancelBecameReady(String node, int call, Optional<Instant> until) implements OfNode {}

  record NodeSucceeded(String node, Map<String, Object> outputs) implements OfNode {
    public NodeSucceeded {
      outputs = JsonValues.object(outputs);
    }
  }

  record NodeFailed(String node, NodeError error, Touched touched, Map<String, Object> outputs)
      implements OfNode {
    public NodeFailed {
      outputs = JsonValues.object(outputs);
    }
  }

  record NodeBecameUnknown(String node, NodeError error) implements OfNode {}

  record RetryScheduled(String node, int call, Instant until) implements OfNode {}

  /** A person wants a new attempt, with these whole parameters. */
  record NodeRetried(String node, Map<String, Object> params, AtomRef atom, String by)
      implements OfNode {
    public NodeRetried {
      params = JsonValues.object(params);
    }
  }

  /** Empty {@code by}: the node's policy. */
  record NodeSkipped(String node, Optional<String> by, String comment) implements OfNode {}

  /** A person said how an UNKNOWN node ended; the outcome's own event follows. */
  record NodeResolved(String node, boolean succeeded, String by, String comment)
      implements OfNode {}

  /** Ended by terminate; the error says what could not be cancelled. */
  record NodeTerminated(String node, Optional<NodeError> error) implements OfNode {}

  /** An answer came for a call that is not open; it changes nothing. */
  record LateAnswerDropped(String node, int call, String answer) implements OfNode {}
}
