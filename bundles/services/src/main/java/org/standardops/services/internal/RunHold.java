package org.standardops.services.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.standardops.engine.Engine;
import org.standardops.engine.core.TaskState;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.services.port.LightApp;
import org.standardops.services.port.LightAppRuns;
import org.standardops.services.port.LightAppRuns.Run;

/**
 * One run at a time. A run holds its app from before its task is made until the task has ended,
 * which is asked when the next one comes: so a crash at any moment leaves no app held.
 */
final class RunHold {

  /** Longer than the making of a task can take; a run without a task is broken off after it. */
  private static final Duration MAKING = Duration.ofMinutes(1);

  private static final int TRIES = 3;

  private final LightAppRuns runs;
  private final Engine engine;
  private final LightAppContacts contacts;
  private final InstantSource clock;

  RunHold(LightAppRuns runs, Engine engine, LightAppContacts contacts, InstantSource clock) {
    this.runs = runs;
    this.engine = engine;
    this.contacts = contacts;
    this.clock = clock;
  }

  /**
   * Notes the run.
   *
   * @throws ProductException STATE_FORBIDS where another one goes on
   */
  void take(LightApp app, Run run) {
    boolean alone = app.form().oneAtATime();
    Optional<Run> other = runs.begin(app.id(), run, alone, Optional.empty());
    for (int tries = 0; tries < TRIES && other.isPresent() && hasEnded(other.get()); tries++) {
      other = runs.begin(app.id(), run, alone, Optional.of(other.get().task()));
    }
    other.ifPresent(
        holder -> {
          throw new ProductException(ErrorCode.STATE_FORBIDS, occupied(app, holder));
        });
  }

  private boolean hasEnded(Run run) {
    return Answers.await(engine.find(run.task()))
        .map(task -> task.status().isFinal())
        .orElseGet(() -> run.since().plus(MAKING).isBefore(clock.instant()));
  }

  private String occupied(LightApp app, Run holder) {
    return "%s (%s) runs '%s' since %s, and it takes one run at a time. Wait until that run has ended, or ask %s."
        .formatted(
            contacts.displayName(holder.by()),
            holder.by(),
            app.form().name(),
            holder.since().truncatedTo(ChronoUnit.SECONDS),
            contacts.inWords(app));
  }

  /** Gives the app back where the task was refused; where nobody knows, time tells. */
  TaskState keptIfMade(LightApp app, TaskId task, CompletionStage<TaskState> making) {
    try {
      return Answers.await(making);
    } catch (ProductException e) {
      if (e.code() != ErrorCode.UNAVAILABLE) {
        runs.abandon(app.id(), task);
      }
      throw e;
    }
  }
}
