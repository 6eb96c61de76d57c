package org.standardops.services.internal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.standardops.engine.TaskEvent;

/** Events of a light app's run as its user may see them: that a state changed, and to which. */
final class RunEvents {

  private static final Set<TaskEvent.Kind> STATES =
      EnumSet.of(TaskEvent.Kind.TASK_STATE, TaskEvent.Kind.STEP_STATE, TaskEvent.Kind.NODE_STATE);

  private RunEvents() {}

  /** Without names of steps and nodes; empty for all but states. */
  static Optional<TaskEvent> reduced(TaskEvent event) {
    return STATES.contains(event.kind())
        ? Optional.of(
            new TaskEvent(
                event.seq(),
                event.lastOfSeq(),
                event.at(),
                event.kind(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                event.state(),
                Optional.empty(),
                OptionalDouble.empty()))
        : Optional.empty();
  }
}
