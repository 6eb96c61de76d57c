package org.standardops.services.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.TimingType;

/**
 * What ended tasks took. A task is put on a list of those to be counted by the very transaction
 * that ends it, so that none is forgotten, whatever happens to the server. Each call is one
 * transaction. Thread-safe.
 */
public interface StatisticsStore {

  /** Tasks that ended and are not counted yet. */
  List<TaskId> uncounted(int limit);

  /**
   * Keeps what a task took, over what was kept of it before, and takes it off the list.
   *
   * @param counted empty: there is nothing to count of it
   */
  void count(TaskId task, Optional<Counted> counted);

  /** Gives the tasks of a range, in no order. */
  void tasks(Range range, Consumer<TaskTime> to);

  /** Gives the nodes of the tasks of a range, in no order. */
  void nodes(Range range, Consumer<NodeTime> to);

  /** What is kept of one task. */
  record Counted(TaskTime task, List<NodeTime> nodes) {
    public Counted {
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * Tasks of a business that ended within a time.
   *
   * @param processes of these only; empty: of any
   * @param from the first instant that counts
   * @param to the first one that does not
   */
  record Range(
      BusinessId business, Optional<List<ProcessId>> processes, Instant from, Instant to) {}

  /**
   * Time that was spent, told apart.
   *
   * @param worked over all attempts
   * @param awaitingPerson for an answer, a decision on a failure, or a manual step
   * @param suspended while the task was SUSPENDED
   */
  record Times(Duration worked, Duration awaitingPerson, Duration suspended) {}

  /**
   * A task that ended.
   *
   * @param person who made it
   * @param starter who started it, or said when it was to start
   */
  record TaskTime(
      BusinessId business,
      ProcessId process,
      String processName,
      String person,
      String starter,
      Instant endedAt,
      boolean succeeded,
      Times times) {}

  /** A node of it that was tried at least once. */
  record NodeTime(
      String node, String atom, TimingType timing, int attempts, boolean succeeded, Times times) {}
}
