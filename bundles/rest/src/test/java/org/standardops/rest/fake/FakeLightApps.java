package org.standardops.rest.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.LightAppId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.ProcessType;
import org.standardops.model.process.Variable;
import org.standardops.services.Caller;
import org.standardops.services.LightAppService;
import org.standardops.services.LightAppView;
import org.standardops.services.LightAppView.LightAppAction;
import org.standardops.services.port.LightApp;

/** Light apps in memory, which know the input {@code urls}; people of an app see its form only. */
public final class FakeLightApps implements LightAppService {

  private static final Instant NOW = Instant.parse("2026-11-23T16:00:00Z");

  public final Map<String, LightApp> stored = new ConcurrentSkipListMap<>();

  @Override
  public LightAppView create(
      Caller caller, TaskId task, LightApp.Form form, Optional<LightAppId> id) {
    if (form.inputs().stream().anyMatch(input -> !input.key().equals("urls"))) {
      throw ProductException.invalid(
          List.of(new Fault("/inputs/0", "UNKNOWN_VARIABLE", "There is none.")));
    }
    LightAppId own = id.orElseGet(() -> new LightAppId(UUID.randomUUID().toString()));
    return store(
        caller,
        new LightApp(
            own,
            new BusinessId("web"),
            form,
            frozen(task),
            caller.name(),
            NOW,
            caller.name(),
            NOW,
            1));
  }

  private static LightApp.Frozen frozen(TaskId task) {
    return new LightApp.Frozen(
        task,
        new ProcessId("p1"),
        3,
        new ProcessDefinition(
            "CDN Prefetch",
            ProcessType.PUBLISHING,
            Optional.empty(),
            Optional.empty(),
            ProcessDefinition.OnTimeout.NOTIFY,
            List.of(),
            List.of()),
        List.of("push"),
        Map.of());
  }

  private LightAppView store(Caller caller, LightApp app) {
    stored.put(app.id().value(), app);
    return view(caller, app);
  }

  static LightAppView view(Caller caller, LightApp app) {
    boolean user = app.form().people().contains(caller.name());
    return new LightAppView(
        app,
        app.form().inputs().stream().map(FakeLightApps::variable).toList(),
        !user,
        user ? Set.of(LightAppAction.RUN) : Set.of(LightAppAction.EDIT, LightAppAction.DELETE));
  }

  private static Variable variable(LightApp.Input input) {
    return new Variable(
        input.key(),
        input.label().orElse("Prefetch URLs"),
        Variable.Type.LIST,
        true,
        true,
        input.defaultValue(),
        input.help().orElse(""),
        Map.of("type", "array"));
  }

  LightApp load(LightAppId id) {
    return Optional.ofNullable(stored.get(id.value()))
        .orElseThrow(() -> ProductException.notFound("The light app " + id));
  }

  @Override
  public LightAppView get(Caller caller, LightAppId app) {
    return view(caller, load(app));
  }

  @Override
  public Page<LightApp> list(Caller caller, BusinessId business, Page.Request page) {
    return Lists.page(List.copyOf(stored.values()), page);
  }

  @Override
  public LightAppView replace(
      Caller caller, LightAppId app, long expectedVersion, LightApp.Form form) {
    LightApp before = load(app);
    if (before.version() != expectedVersion) {
      throw new ProductException(ErrorCode.ETAG_CHANGED, "It was changed meanwhile.");
    }
    return store(caller, changed(before, form, before.frozen()));
  }

  @Override
  public LightAppView setPeople(
      Caller caller, LightAppId app, OptionalLong expectedVersion, List<String> people) {
    LightApp before = load(app);
    return replace(
        caller, app, expectedVersion.orElse(before.version()), before.form().withPeople(people));
  }

  @Override
  public LightAppView update(Caller caller, LightAppId app, TaskId task) {
    LightApp before = load(app);
    return store(caller, changed(before, before.form(), frozen(task)));
  }

  private static LightApp changed(LightApp app, LightApp.Form form, LightApp.Frozen frozen) {
    return new LightApp(
        app.id(),
        app.business(),
        form,
        frozen,
        app.createdBy(),
        app.createdAt(),
        app.updatedBy(),
        app.updatedAt(),
        app.version() + 1);
  }

  @Override
  public void delete(Caller caller, LightAppId app, long expectedVersion) {
    load(app);
    stored.remove(app.value());
  }
}
