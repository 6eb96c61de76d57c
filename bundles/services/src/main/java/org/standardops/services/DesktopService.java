package org.standardops.services;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.Command;
import org.standardops.model.LightAppId;
import org.standardops.model.Page;
import org.standardops.model.TaskId;
import org.standardops.services.port.TaskSummaries;

/**
 * What a light app's user does: find it, enter parameters, run it. Rights and refusals as in {@link
 * TaskService}. Thread-safe.
 */
public interface DesktopService {

  /** The apps that the caller may run now, newest first. */
  List<LightAppView> apps(Caller caller);

  /**
   * Runs an app.
   *
   * @param variables by KEY, of the app's inputs only
   * @param id reserved for the task by an Idempotency-Key; empty: a new one
   * @return after the commit
   * @throws org.standardops.model.ProductException INVALID with every fault's pointer, GONE where
   *     the app has expired, STATE_FORBIDS where somebody runs it and it takes one run at a time
   */
  LightAppRun run(
      Caller caller, LightAppId app, Map<String, Object> variables, Optional<TaskId> id);

  /** The caller's own runs, newest first; a business admin's: everybody's. */
  Page<TaskSummaries.Summary> runs(Caller caller, LightAppId app, Page.Request page);

  /**
   * A run of the caller's own who has no right to see the task itself; empty for any other task,
   * which {@link TaskService} answers for.
   */
  Optional<LightAppRun> ownRun(Caller caller, TaskId task);

  /**
   * A command to a run of the caller's own who has no right to give it to the task itself: what the
   * app allows. Empty for any other task, which {@link TaskService} answers for.
   */
  Optional<LightAppRun> command(Caller caller, TaskId task, Command command);

  /**
   * What happened to a run of the caller's own, as {@link TaskService#events} tells it: changes of
   * state alone, without names of steps and nodes. Some numbers are left out.
   *
   * @throws org.standardops.model.ProductException NOT_FOUND for any other task
   */
  List<TaskEvent> events(Caller caller, TaskId task, int afterSeq, int limit);

  /** The same of what is to come. */
  AutoCloseable subscribe(Caller caller, TaskId task, Consumer<TaskEvent> listener);
}
