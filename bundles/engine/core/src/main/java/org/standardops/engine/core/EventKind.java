package org.standardops.engine.core;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Number and version that each event has in the journal, for ever. Numbers are never reused. */
public enum EventKind {
  TASK_CREATED(1, 1, Event.TaskCreated.class),
  TASK_EDITED(2, 1, Event.TaskEdited.class),
  TASK_STARTED(3, 1, Event.TaskStarted.class),
  TASK_SUSPENDED(4, 1, Event.TaskSuspended.class),
  TASK_RESUMED(5, 1, Event.TaskResumed.class),
  TASK_FAILED(6, 1, Event.TaskFailed.class),
  TASK_CONTINUED(7, 1, Event.TaskContinued.class),
  TASK_TERMINATING(8, 1, Event.TaskTerminating.class),
  TASK_TERMINATED(9, 1, Event.TaskTerminated.class),
  TASK_SUCCEEDED(10, 1, Event.TaskSucceeded.class),
  TASK_BECAME_OVERDUE(11, 1, Event.TaskBecameOverdue.class),
  STEP_CONTINUED(12, 1, Event.StepContinued.class),
  VARIABLES_CHANGED(13, 1, Event.VariablesChanged.class),
  TASK_START_MISSED(14, 1, Event.TaskStartMissed.class),
  STEP_CONDITION_DECIDED(15, 1, Event.StepConditionDecided.class),
  RUN_AGAIN(16, 1, Event.RunAgain.class),
  PARAMS_CHANGED(30, 1, Event.ParamsChanged.class),
  NODE_BECAME_READY(31, 1, Event.NodeBecameReady.class),
  CALL_BEGAN(32, 1, Event.CallBegan.class),
  CALL_REOPENED(33, 1, Event.CallReopened.class),
  ATOM_WAS_MISSING(34, 1, Event.AtomWasMissing.class),
  ATOM_RETURNED(35, 1, Event.AtomReturned.class),
  HANDLE_SAVED(36, 1, Event.HandleSaved.class),
  WAIT_BEGAN(37, 1, Event.WaitBegan.class),
  CALLBACK_TAKEN(38, 1, Event.CallbackTaken.class),
  PERSON_ANSWERED(39, 1, Event.PersonAnswered.class),
  RESUME_BECAME_READY(40, 1, Event.ResumeBecameReady.class),
  ENDING_BEGAN(41, 1, Event.EndingBegan.class),
  CANCEL_BECAME_READY(42, 1, Event.CancelBecameReady.class),
  NODE_SUCCEEDED(43, 1, Event.NodeSucceeded.class),
  NODE_FAILED(44, 1, Event.NodeFailed.class),
  NODE_BECAME_UNKNOWN(45, 1, Event.NodeBecameUnknown.class),
  RETRY_SCHEDULED(46, 1, Event.RetryScheduled.class),
  NODE_RETRIED(47, 1, Event.NodeRetried.class),
  NODE_SKIPPED(48, 1, Event.NodeSkipped.class),
  NODE_RESOLVED(49, 1, Event.NodeResolved.class),
  NODE_TERMINATED(50, 1, Event.NodeTerminated.class),
  LATE_ANSWER_DROPPED(51, 1, Event.LateAnswerDropped.class),
  CHECKPOINT_SAVED(52, 1, Event.CheckpointSaved.class),
  NODE_CONDITION_DECIDED(53, 1, Event.NodeConditionDecided.class),
  ELEMENTS_BEGAN(54, 1, Event.ElementsBegan.class);

  private static final Map<Class<?>, EventKind> BY_TYPE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(k -> k.type, Function.identity()));

  private final short number;
  private final short version;
  private final Class<? extends Event> type;

  EventKind(int number, int version, Class<? extends Event> type) {
    this.number = (short) number;
    this.version = (short) version;
    this.type = type;
  }

  public static EventKind of(Event event) {
    return BY_TYPE.get(event.getClass());
  }

  public short number() {
    return number;
  }

  public short version() {
    return version;
  }

  public Class<? extends Event> type() {
    return type;
  }
}
