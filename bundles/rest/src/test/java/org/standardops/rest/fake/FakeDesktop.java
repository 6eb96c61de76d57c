package org.standardops.rest.fake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.TaskState;
import org.standardops.model.BusinessId;
import org.standardops.model.LightAppId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskPlan;
import org.standardops.services.Caller;
import org.standardops.services.DesktopService;
import org.standardops.services.LightAppRun;
import org.standardops.services.LightAppView;
import org.standardops.services.TaskInput;
import org.standardops.services.port.LightApp;
import org.standardops.services.port.TaskSummaries;

/** Runs of light apps as tasks in memory. */
public final class FakeDesktop implements DesktopService {

  private final FakeLightApps apps;
  private final FakeTasks tasks;
  private final Map<TaskId, LightAppId> runs = new HashMap<>();

  public FakeDesktop(FakeLightApps apps, FakeTasks tasks) {
    this.apps = apps;
    this.tasks = tasks;
  }

  @Override
  public List<LightAppView> apps(Caller caller) {
    return apps.stored.values().stream()
        .filter(app -> app.form().people().contains(caller.name()))
        .map(app -> FakeLightApps.view(caller, app))
        .toList();
  }

  @Override
  public LightAppRun run(
      Caller caller, LightAppId app, Map<String, Object> variables, Optional<TaskId> id) {
    TaskInput input =
        new TaskInput(
            Optional.empty(),
            variables,
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            true,
            new TaskPlan.Origin(TaskPlan.Origin.Kind.LIGHT_APP, Optional.of(app.value())));
    TaskState task =
        tasks.create(caller, new ProcessId("p1"), input, id).toCompletableFuture().join().task();
    runs.put(task.plan().id(), app);
    return view(apps.load(app), task);
  }

  private static LightAppRun view(LightApp app, TaskState task) {
    return new LightAppRun(
        app,
        task,
        List.of(
            new LightAppRun.Labelled(
                "Prefetch URLs", Optional.ofNullable(task.variables().get("urls")))),
        List.of(),
        List.of(new LightAppRun.Contact("ann", "Ann")),
        Set.of(Action.TERMINATE));
  }

  @Override
  public Page<TaskSummaries.Summary> runs(Caller caller, LightAppId app, Page.Request page) {
    Page<TaskSummaries.Summary> all =
        tasks.list(
            caller,
            new BusinessId("web"),
            new TaskSummaries.Filter(
                new BusinessId("web"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            page);
    return new Page<>(
        all.items().stream().filter(run -> app.equals(runs.get(run.id()))).toList(),
        all.nextCursor());
  }

  @Override
  public Optional<LightAppRun> ownRun(Caller caller, TaskId task) {
    return Optional.ofNullable(runs.get(task))
        .map(apps::load)
        .filter(app -> app.form().people().contains(caller.name()))
        .map(app -> view(app, tasks.get(caller, task).task()));
  }

  @Override
  public Optional<LightAppRun> command(Caller caller, TaskId task, Command command) {
    return ownRun(caller, task)
        .map(
            run ->
                view(
                    run.app(),
                    tasks.command(caller, task, command).toCompletableFuture().join().task()));
  }

  @Override
  public List<TaskEvent> events(Caller caller, TaskId task, int afterSeq, int limit) {
    return tasks.events(caller, task, afterSeq, limit).stream()
        .filter(event -> event.kind() == TaskEvent.Kind.TASK_STATE)
        .toList();
  }

  @Override
  public AutoCloseable subscribe(Caller caller, TaskId task, Consumer<TaskEvent> listener) {
    return tasks.subscribe(
        caller,
        task,
        event -> {
          if (event.kind() == TaskEvent.Kind.TASK_STATE) {
            listener.accept(event);
          }
        });
  }
}
