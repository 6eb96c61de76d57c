package org.standardops.engine.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.standardops.engine.Engine.EngineHealth;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;

/** How the engine is. Thread-safe. */
final class EngineStatus {

  private static final int MOST_CALLS_TOLD = 20;

  private volatile boolean started;
  private volatile boolean away;
  private volatile Optional<String> stopped = Optional.empty();

  /** Recovery is done. */
  void started() {
    started = true;
  }

  /**
   * @return true where it was there until now
   */
  boolean away() {
    boolean before = away;
    away = true;
    return !before;
  }

  boolean isAway() {
    return away;
  }

  void back() {
    away = false;
  }

  void stopped(String reason) {
    stopped = Optional.of(reason);
  }

  boolean isStopped() {
    return stopped.isPresent();
  }

  /**
   * @throws ProductException UNAVAILABLE where no command can be taken now
   */
  void requireReady() {
    if (stopped.isPresent()) {
      throw new ProductException(ErrorCode.UNAVAILABLE, stopped.get());
    } else if (!started) {
      throw new ProductException(
          ErrorCode.UNAVAILABLE, "The engine is starting; try again in a moment.");
    } else if (away) {
      throw unavailable();
    }
  }

  static ProductException unavailable() {
    return new ProductException(
        ErrorCode.UNAVAILABLE, "The database is away; try again in a moment.");
  }

  EngineHealth health(HotTasks tasks, AtomCalls calls, Instant now) {
    List<String> problems = new ArrayList<>();
    stopped.ifPresent(problems::add);
    if (away) {
      problems.add("The database is away.");
    }
    tasks
        .faults()
        .forEach((task, reason) -> problems.add("Task " + task + " is parked: " + reason));
    List<OngoingCall> hanging = calls.hanging();
    hanging.stream().limit(MOST_CALLS_TOLD).forEach(call -> problems.add(hangs(call, now)));
    if (hanging.size() > MOST_CALLS_TOLD) {
      problems.add((hanging.size() - MOST_CALLS_TOLD) + " more calls of atoms hang.");
    }
    return new EngineHealth(started && stopped.isEmpty(), problems, tasks.size());
  }

  private static String hangs(OngoingCall call, Instant now) {
    Instant since = now.minusNanos(System.nanoTime() - call.startedNanos());
    return "Atom "
        + call.atom()
        + " has not returned from a call for node "
        + call.node()
        + " of task "
        + call.task()
        + " since "
        + since.truncatedTo(ChronoUnit.SECONDS)
        + (call.cancelled()
            ? "; nobody waits for its answer any more."
            : "; stop the node if it should not wait for it.");
  }
}
