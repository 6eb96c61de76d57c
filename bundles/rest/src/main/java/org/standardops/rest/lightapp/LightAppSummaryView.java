package org.standardops.rest.lightapp;

import java.time.Instant;
import java.util.Optional;
import org.standardops.services.port.LightApp;

/** A light app in a list. */
record LightAppSummaryView(
    String id,
    String name,
    String description,
    String icon,
    LightAppBody.ProcessRef process,
    int people,
    Optional<Instant> expiresAt,
    String createdBy,
    Instant createdAt,
    String updatedBy,
    Instant updatedAt) {

  static LightAppSummaryView of(LightApp app) {
    return new LightAppSummaryView(
        app.id().value(),
        app.form().name(),
        app.form().description(),
        app.form().icon(),
        new LightAppBody.ProcessRef(
            app.frozen().process().value(),
            app.frozen().definition().name(),
            app.frozen().revision()),
        app.form().people().size(),
        app.form().expiresAt(),
        app.createdBy(),
        app.createdAt(),
        app.updatedBy(),
        app.updatedAt());
  }
}
