package org.standardops.rest.process;

import java.time.Instant;
import java.util.Optional;
import org.standardops.model.process.ProcessType;
import org.standardops.services.port.ProcessStore;

/** A process in a list. */
public record ProcessSummaryView(
    String id,
    String business,
    String name,
    ProcessType type,
    int revision,
    Optional<Integer> publishedRevision,
    String createdBy,
    Instant createdAt,
    String updatedBy,
    Instant updatedAt) {

  static ProcessSummaryView of(ProcessStore.Summary summary) {
    return new ProcessSummaryView(
        summary.id().value(),
        summary.business().value(),
        summary.name(),
        summary.type(),
        summary.revision(),
        summary.publishedRevision(),
        summary.createdBy(),
        summary.createdAt(),
        summary.updatedBy(),
        summary.updatedAt());
  }
}
