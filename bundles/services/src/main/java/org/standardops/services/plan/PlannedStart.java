package org.standardops.services.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.model.Fault;
import org.standardops.model.task.TaskPlan.StartAt;
import org.standardops.services.TaskInput;

/**
 * The time at which a task is to start by itself.
 *
 * @param before what the task had so far: sent back as it is, it is not looked at again
 */
public record PlannedStart(TaskInput input, Optional<StartAt> before) {

  /** A clock may be behind, and a form may lie open for a while. */
  private static final Duration TOLERANCE = Duration.ofMinutes(10);

  /** True where somebody sets a time who did not find it there. */
  public boolean isNew() {
    return input.startAt().isPresent() && !input.startAt().equals(before.map(StartAt::at));
  }

  /** What the plan says of it. */
  public Optional<StartAt> asSetBy(String person) {
    return isNew()
        ? input.startAt().map(at -> new StartAt(at, person, false))
        : before.filter(start -> input.startAt().isPresent());
  }

  /** Its faults, with pointers into what was sent. */
  public List<Fault> check(Instant now) {
    if (input.startAt().isEmpty()) {
      return List.of();
    }
    if (input.start()) {
      return List.of(
          fault("CONTRADICTION", "The task is to start at once: leave one of the two out."));
    }
    return isNew() && input.startAt().get().isBefore(now.minus(TOLERANCE))
        ? List.of(fault("IN_THE_PAST", "This time is past: choose one to come, or start it now."))
        : List.of();
  }

  private static Fault fault(String code, String message) {
    return new Fault("/startAt", code, message);
  }
}
