package org.standardops.services.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.Engine;
import org.standardops.engine.core.TaskState;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.LightAppId;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.Caller;
import org.standardops.services.LightAppService;
import org.standardops.services.LightAppView;
import org.standardops.services.lightapp.FormCheck;
import org.standardops.services.lightapp.Freezing;
import org.standardops.services.port.AccountStore;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.LightApp;
import org.standardops.services.port.LightAppStore;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.StoredProcess;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;

/** Light apps: made, changed, given to people. {@link DesktopUseCases} has what these people do. */
@Component
public final class LightAppUseCases implements LightAppService {

  private final LightAppStore apps;
  private final ProcessStore processes;
  private final Permissions permissions;
  private final LightAppAccess access;
  private final TaskAccess tasks;
  private final FormCheck check;
  private final Runnable changed;
  private final InstantSource clock;

  @Activate
  public LightAppUseCases(
      @Reference LightAppStore apps,
      @Reference Engine engine,
      @Reference ProcessStore processes,
      @Reference BusinessStore businesses,
      @Reference AccountStore accounts,
      @Reference DesktopFeed desktop) {
    this(apps, engine, processes, businesses, accounts, desktop::wake, InstantSource.system());
  }

  LightAppUseCases(
      LightAppStore apps,
      Engine engine,
      ProcessStore processes,
      BusinessStore businesses,
      AccountStore accounts,
      Runnable changed,
      InstantSource clock) {
    this.apps = apps;
    this.processes = processes;
    this.permissions = new Permissions(businesses);
    this.access = new LightAppAccess(apps, permissions);
    this.tasks = new TaskAccess(engine, permissions);
    this.check = new FormCheck(name -> accounts.find(name).isPresent(), businesses::isRelated);
    this.changed = changed;
    this.clock = clock;
  }

  @Override
  public LightAppView create(
      Caller caller, TaskId task, LightApp.Form asked, Optional<LightAppId> id) {
    TaskState source = tasks.open(caller, Operation.CREATE_LIGHT_APP, task).task();
    LightApp.Form form =
        asked.contacts().isEmpty() ? asked.withContacts(List.of(caller.name())) : asked;
    LightApp.Frozen frozen = freeze(source);
    Instant now = now();
    List<Fault> faults = check.check(form, frozen, now);
    faults.addAll(check.people(source.plan().business(), form.people(), List.of()));
    TaskAccess.refuse(faults);
    LightApp app =
        new LightApp(
            id.orElseGet(() -> new LightAppId(UUID.randomUUID().toString())),
            source.plan().business(),
            form,
            frozen,
            caller.name(),
            now,
            caller.name(),
            now,
            1);
    if (!apps.create(app)) {
      // The reserved id is there: an earlier try got as far as this, and its answer is given again.
      return get(caller, app.id());
    }
    changed.run();
    return access.view(caller, app);
  }

  private LightApp.Frozen freeze(TaskState task) {
    if (task.status() != TaskStatus.SUCCEEDED) {
      throw new ProductException(
          ErrorCode.STATE_FORBIDS,
          "The task is "
              + task.status()
              + "; a light app is made only of a task that has SUCCEEDED.");
    }
    StoredProcess process =
        processes
            .findRevision(task.plan().process(), task.plan().revision())
            .orElseThrow(
                () ->
                    ProductException.notFound(
                        "Revision " + task.plan().revision() + " of " + task.plan().process()));
    return Freezing.freeze(task, process);
  }

  @Override
  public LightAppView get(Caller caller, LightAppId app) {
    return access.view(caller, access.load(caller, Operation.SEE_LIGHT_APP, app));
  }

  @Override
  public Page<LightApp> list(Caller caller, BusinessId business, Page.Request page) {
    permissions.require(caller, Operation.LIST_LIGHT_APPS, business);
    return apps.list(business, page);
  }

  @Override
  public LightAppView replace(
      Caller caller, LightAppId id, long expectedVersion, LightApp.Form asked) {
    LightApp before = load(caller, id, OptionalLong.of(expectedVersion));
    LightApp.Form form =
        asked.contacts().isEmpty() ? asked.withContacts(List.of(before.createdBy())) : asked;
    boolean sameEnd = form.expiresAt().equals(before.form().expiresAt());
    List<Fault> faults = check.check(form, before.frozen(), sameEnd ? Instant.MIN : now());
    faults.addAll(check.people(before.business(), form.people(), before.form().people()));
    TaskAccess.refuse(faults);
    return save(caller, before, form, before.frozen());
  }

  @Override
  public LightAppView setPeople(
      Caller caller, LightAppId id, OptionalLong expectedVersion, List<String> people) {
    LightApp before = load(caller, id, expectedVersion);
    TaskAccess.refuse(check.people(before.business(), people, before.form().people()));
    return save(caller, before, before.form().withPeople(people), before.frozen());
  }

  @Override
  public LightAppView update(Caller caller, LightAppId id, TaskId task) {
    LightApp before = load(caller, id, OptionalLong.empty());
    TaskState source = tasks.open(caller, Operation.CREATE_LIGHT_APP, task).task();
    if (!source.plan().process().equals(before.frozen().process())) {
      throw ProductException.invalid(
          List.of(
              new Fault(
                  "/task",
                  "OTHER_PROCESS",
                  "This is a task of another process; take one of the app's, or make a new app.")));
    }
    LightApp.Frozen frozen = freeze(source);
    TaskAccess.refuse(FormCheck.missing(before.form(), frozen));
    return save(caller, before, before.form(), frozen);
  }

  @Override
  public void delete(Caller caller, LightAppId id, long expectedVersion) {
    LightApp app = access.load(caller, Operation.DELETE_LIGHT_APP, id);
    requireUnchanged(app, expectedVersion);
    if (!apps.delete(id, expectedVersion)) {
      throw changedMeanwhile();
    }
    changed.run();
  }

  private LightApp load(Caller caller, LightAppId id, OptionalLong expectedVersion) {
    LightApp app = access.load(caller, Operation.CHANGE_LIGHT_APP, id);
    expectedVersion.ifPresent(version -> requireUnchanged(app, version));
    return app;
  }

  private LightAppView save(
      Caller caller, LightApp before, LightApp.Form form, LightApp.Frozen frozen) {
    LightApp after =
        new LightApp(
            before.id(),
            before.business(),
            form,
            frozen,
            before.createdBy(),
            before.createdAt(),
            caller.name(),
            now(),
            before.version());
    LightApp stored = apps.replace(after).orElseThrow(LightAppUseCases::changedMeanwhile);
    changed.run();
    return access.view(caller, stored);
  }

  private static void requireUnchanged(LightApp app, long expectedVersion) {
    if (app.version() != expectedVersion) {
      throw changedMeanwhile();
    }
  }

  private static ProductException changedMeanwhile() {
    return new ProductException(
        ErrorCode.ETAG_CHANGED, "The light app has changed since you read it: read it again.");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
