package org.standardops.services.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.Engine;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.TaskState;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.services.port.StatisticsStore;
import org.standardops.services.port.StatisticsStore.Counted;
import org.standardops.services.statistics.EndedTask;

/** Counts ended tasks, away from the engine's own path. */
final class TaskCounting {

  private static final Logger LOG = LoggerFactory.getLogger(TaskCounting.class);
  private static final int AT_ONCE = 100;
  private static final int ROWS = 1_000;

  private final Engine engine;
  private final StatisticsStore store;

  TaskCounting(Engine engine, StatisticsStore store) {
    this.engine = engine;
    this.store = store;
  }

  /**
   * Counts what has ended.
   *
   * @return false where the database or the engine is away: what is left is counted later
   */
  boolean countAll() {
    List<TaskId> ended;
    do {
      ended = store.uncounted(AT_ONCE);
      for (TaskId task : ended) {
        if (!count(task)) {
          return false;
        }
      }
    } while (ended.size() == AT_ONCE);
    return true;
  }

  private boolean count(TaskId task) {
    Optional<Counted> counted = Optional.empty();
    try {
      counted = Answers.await(engine.find(task)).flatMap(this::counted);
    } catch (ProductException e) {
      if (e.code() == ErrorCode.UNAVAILABLE) {
        return false;
      }
      LOG.warn("Task {} is left out of the statistics: it cannot be read back.", task, e);
    }
    store.count(task, counted);
    return true;
  }

  private Optional<Counted> counted(TaskState task) {
    List<TaskEvent> events = new ArrayList<>();
    for (int seq = 0; seq < task.seq(); seq += ROWS) {
      events.addAll(engine.events(task.plan().id(), seq, ROWS));
    }
    return EndedTask.count(task, events);
  }
}
