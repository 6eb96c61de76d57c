package org.standardops.engine.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.standardops.engine.Engine.EngineHealth;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;

/** How the engine is. Thread-safe. */
final class EngineStatus {

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

  EngineHealth health(HotTasks tasks) {
    List<String> problems = new ArrayList<>();
    stopped.ifPresent(problems::add);
    if (away) {
      problems.add("The database is away.");
    }
    tasks
        .faults()
        .forEach((task, reason) -> problems.add("Task " + task + " is parked: " + reason));
    return new EngineHealth(started && stopped.isEmpty(), problems, tasks.size());
  }
}
