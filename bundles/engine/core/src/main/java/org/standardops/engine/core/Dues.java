package org.standardops.engine.core;

import java.time.Instant;
import java.util.Optional;
import org.standardops.model.task.TaskStatus;

/** When a task must be looked at again: read from its state, so that nothing has to remember it. */
public final class Dues {

  private Dues() {}

  /**
   * The soonest due time of a task.
   *
   * @param after only times later than this: what was due before has been seen to
   */
  public static Optional<Instant> next(TaskState state, Instant after) {
    Instant soonest = state.overdueAt().filter(after::isBefore).orElse(Instant.MAX);
    soonest = sooner(soonest, after, state.startsAt());
    for (NodeState node : state.open()) {
      soonest = sooner(soonest, after, until(state, node));
      soonest = sooner(soonest, after, node.run().deadline());
      soonest = sooner(soonest, after, node.run().ending().map(Ending::until));
    }
    return soonest.equals(Instant.MAX) ? Optional.empty() : Optional.of(soonest);
  }

  private static Optional<Instant> until(TaskState state, NodeState node) {
    return node.run()
        .open()
        .filter(
            open ->
                open.kind() != OpenCall.Kind.RETRY_DELAY || state.status() != TaskStatus.SUSPENDED)
        .flatMap(OpenCall::until);
  }

  private static Instant sooner(Instant soonest, Instant after, Optional<Instant> other) {
    return other.isPresent() && other.get().isAfter(after) && other.get().isBefore(soonest)
        ? other.get()
        : soonest;
  }
}
