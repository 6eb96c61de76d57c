package org.standardops.services.port;

import java.time.Instant;
import java.util.Optional;
import org.standardops.model.LightAppId;
import org.standardops.model.Page;
import org.standardops.model.TaskId;

/** Who runs which light app. Each call is one transaction. Thread-safe. */
public interface LightAppRuns {

  /**
   * Notes a run, before its task is made. Of two at once that want to be alone, one is noted.
   * Noting the same run again changes nothing.
   *
   * @param alone true: only where no other run holds the app
   * @param ended the task of a run that holds the app though it has ended: this one takes its place
   * @return empty: noted; else the run that holds the app
   */
  Optional<Run> begin(LightAppId app, Run run, boolean alone, Optional<TaskId> ended);

  /** Forgets a run whose task was not made. */
  void abandon(LightAppId app, TaskId task);

  /**
   * The tasks of an app's runs, newest first.
   *
   * @param by of this person only; empty: of all
   */
  Page<TaskSummaries.Summary> list(LightAppId app, Optional<String> by, Page.Request page);

  /** Who began it when. */
  record Run(TaskId task, String by, Instant since) {}
}
