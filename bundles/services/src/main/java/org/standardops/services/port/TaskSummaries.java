package org.standardops.services.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;

/** Lists of tasks. Thread-safe. */
public interface TaskSummaries {

  Page<Summary> list(Filter filter, Page.Request page);

  /** True where a task of this process is there, in any state. */
  boolean existsOf(ProcessId process);

  /**
   * Which tasks.
   *
   * @param processes of these only; empty: of any
   * @param q part of the name
   */
  record Filter(
      BusinessId business,
      List<TaskStatus> states,
      Optional<List<ProcessId>> processes,
      Optional<String> createdBy,
      Optional<TaskPlan.Origin.Kind> origin,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<String> q) {
    public Filter {
      states = List.copyOf(states);
    }
  }

  /** A task in a list. */
  record Summary(
      TaskId id,
      String name,
      TaskStatus state,
      boolean overdue,
      ProcessId process,
      String processName,
      int revision,
      BusinessId business,
      TaskPlan.Origin origin,
      String createdBy,
      Instant createdAt,
      Optional<Instant> startAt,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt) {}
}
