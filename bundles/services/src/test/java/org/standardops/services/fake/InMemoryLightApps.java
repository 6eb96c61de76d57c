package org.standardops.services.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.LightAppId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.services.port.LightApp;
import org.standardops.services.port.LightAppRuns;
import org.standardops.services.port.LightAppStore;
import org.standardops.services.port.TaskSummaries;

/** Light apps and who holds them, in memory; lists no runs, and remembers whose were asked for. */
public final class InMemoryLightApps implements LightAppStore, LightAppRuns {

  private final Map<LightAppId, LightApp> apps = new LinkedHashMap<>();
  private final Map<LightAppId, Run> held = new HashMap<>();
  private final List<Optional<String>> asked = new ArrayList<>();

  /** By whom the runs were that were asked for. */
  public List<Optional<String>> asked() {
    return asked;
  }

  @Override
  public Optional<LightApp> find(LightAppId id) {
    return Optional.ofNullable(apps.get(id));
  }

  @Override
  public Page<LightApp> list(BusinessId business, Page.Request page) {
    return Pages.of(
        apps.values().stream().filter(app -> app.business().equals(business)).toList(),
        app -> app.id().value(),
        page);
  }

  @Override
  public List<LightApp> of(String person) {
    return apps.values().stream().filter(app -> app.form().people().contains(person)).toList();
  }

  @Override
  public List<LightApp> usedBy(ProcessId process) {
    return apps.values().stream().filter(app -> app.frozen().process().equals(process)).toList();
  }

  @Override
  public boolean create(LightApp app) {
    return apps.putIfAbsent(app.id(), app) == null;
  }

  @Override
  public Optional<LightApp> replace(LightApp app) {
    return find(app.id())
        .filter(before -> before.version() == app.version())
        .map(
            before -> {
              LightApp raised =
                  new LightApp(
                      app.id(),
                      app.business(),
                      app.form(),
                      app.frozen(),
                      app.createdBy(),
                      app.createdAt(),
                      app.updatedBy(),
                      app.updatedAt(),
                      app.version() + 1);
              apps.put(app.id(), raised);
              return raised;
            });
  }

  @Override
  public boolean delete(LightAppId id, long version) {
    return find(id).filter(app -> app.version() == version).isPresent() && apps.remove(id) != null;
  }

  @Override
  public Optional<Run> begin(LightAppId app, Run run, boolean alone, Optional<TaskId> ended) {
    Optional<Run> holder =
        Optional.ofNullable(held.get(app))
            .filter(other -> !other.task().equals(run.task()))
            .filter(other -> !ended.equals(Optional.of(other.task())));
    if (alone && holder.isEmpty()) {
      held.put(app, run);
    }
    return alone ? holder : Optional.empty();
  }

  @Override
  public void abandon(LightAppId app, TaskId task) {
    held.computeIfPresent(app, (id, run) -> run.task().equals(task) ? null : run);
  }

  @Override
  public Page<TaskSummaries.Summary> list(LightAppId app, Optional<String> by, Page.Request page) {
    asked.add(by);
    return new Page<>(List.of(), Optional.empty());
  }
}
