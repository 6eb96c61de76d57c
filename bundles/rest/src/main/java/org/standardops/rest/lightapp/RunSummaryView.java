package org.standardops.rest.lightapp;

import java.time.Instant;
import java.util.Optional;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.port.TaskSummaries;

/** A run in a list. */
record RunSummaryView(
    String id,
    String name,
    TaskStatus state,
    String createdBy,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt) {

  static RunSummaryView of(TaskSummaries.Summary run) {
    return new RunSummaryView(
        run.id().toString(),
        run.name(),
        run.state(),
        run.createdBy(),
        run.createdAt(),
        run.startedAt(),
        run.endedAt());
  }
}
