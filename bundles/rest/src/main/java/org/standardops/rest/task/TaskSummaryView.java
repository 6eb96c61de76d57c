package org.standardops.rest.task;

import java.time.Instant;
import java.util.Optional;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;
import org.standardops.rest.task.TaskBody.ProcessRef;
import org.standardops.services.port.TaskSummaries;

/** A task in a list. */
public record TaskSummaryView(
    String id,
    String name,
    TaskStatus state,
    boolean overdue,
    ProcessRef process,
    String business,
    TaskPlan.Origin origin,
    String createdBy,
    Instant createdAt,
    Optional<Instant> startAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt) {

  static TaskSummaryView of(TaskSummaries.Summary summary) {
    return new TaskSummaryView(
        summary.id().toString(),
        summary.name(),
        summary.state(),
        summary.overdue(),
        new ProcessRef(summary.process().value(), summary.processName(), summary.revision()),
        summary.business().value(),
        summary.origin(),
        summary.createdBy(),
        summary.createdAt(),
        summary.startAt(),
        summary.startedAt(),
        summary.endedAt());
  }
}
