package org.standardops.services.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.CommandBy;
import org.standardops.engine.Engine;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.model.ErrorCode;
import org.standardops.model.LightAppId;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskPlan;
import org.standardops.platform.ConfigurationPlatform;
import org.standardops.services.Caller;
import org.standardops.services.DesktopService;
import org.standardops.services.LightAppRun;
import org.standardops.services.LightAppView;
import org.standardops.services.check.AtomVersions;
import org.standardops.services.plan.TaskPlanner;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.LightApp;
import org.standardops.services.port.LightAppRuns;
import org.standardops.services.port.LightAppStore;
import org.standardops.services.port.TaskSummaries;
import org.standardops.services.rights.Access;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;
import org.standardops.services.rights.Subject;

/** The desktop: light apps found and run by their people. */
@Component
public final class DesktopUseCases implements DesktopService {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  private final Engine engine;
  private final LightAppStore apps;
  private final LightAppRuns runs;
  private final Permissions permissions;
  private final LightAppAccess access;
  private final RunPlanning planning;
  private final RunHold hold;
  private final OwnRuns own;
  private final InstantSource clock;

  @Activate
  public DesktopUseCases(
      @Reference Engine engine,
      @Reference LightAppStore apps,
      @Reference LightAppRuns runs,
      @Reference BusinessStore businesses,
      @Reference ConfigurationPlatform platform,
      @Reference AtomCatalog atoms,
      @Reference BusinessContext context) {
    this(engine, apps, runs, businesses, platform, atoms, context, InstantSource.system());
  }

  DesktopUseCases(
      Engine engine,
      LightAppStore apps,
      LightAppRuns runs,
      BusinessStore businesses,
      ConfigurationPlatform platform,
      AtomCatalog atoms,
      BusinessContext context,
      InstantSource clock) {
    LightAppContacts contacts = new LightAppContacts(platform);
    this.engine = engine;
    this.apps = apps;
    this.runs = runs;
    this.permissions = new Permissions(businesses);
    this.access = new LightAppAccess(apps, permissions);
    this.planning = new RunPlanning(new TaskPlanner(new AtomVersions(atoms)), context, contacts);
    this.hold = new RunHold(runs, engine, contacts, clock);
    this.own = new OwnRuns(engine, apps, permissions, contacts);
    this.clock = clock;
  }

  @Override
  public List<LightAppView> apps(Caller caller) {
    permissions.require(caller, Operation.SEE_DESKTOP);
    Instant now = clock.instant();
    return apps.of(caller.name()).stream()
        .filter(app -> permissions.isUser(caller.name(), app) && !app.hasExpired(now))
        .map(app -> access.view(caller, app))
        .toList();
  }

  @Override
  public LightAppRun run(
      Caller caller, LightAppId id, Map<String, Object> variables, Optional<TaskId> reserved) {
    LightApp app = access.load(caller, Operation.RUN_LIGHT_APP, id);
    TaskState task =
        reserved
            .flatMap(there -> Answers.await(engine.find(there)))
            .orElseGet(() -> begin(caller, app, variables, reserved));
    return own.view(caller, new OwnRuns.Found(app, task));
  }

  private TaskState begin(
      Caller caller, LightApp app, Map<String, Object> variables, Optional<TaskId> reserved) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    requireCurrent(app, now);
    TaskId task =
        reserved.orElseGet(
            () -> TaskId.at(now.toEpochMilli(), ThreadLocalRandom.current().nextLong()));
    TaskPlan plan =
        planning.plan(
            app, variables, task, caller.name(), now, app.form().name() + "_" + STAMP.format(now));
    hold.take(app, new LightAppRuns.Run(task, caller.name(), now));
    return hold.keptIfMade(app, task, engine.create(plan, true, new CommandBy(caller.name())));
  }

  private static void requireCurrent(LightApp app, Instant now) {
    if (app.hasExpired(now)) {
      throw new ProductException(
          ErrorCode.GONE,
          "The light app '"
              + app.form().name()
              + "' has expired on "
              + app.form().expiresAt().orElseThrow()
              + ". Ask "
              + String.join(", ", app.form().contacts())
              + " to extend it.");
    }
  }

  @Override
  public Page<TaskSummaries.Summary> runs(Caller caller, LightAppId id, Page.Request page) {
    LightApp app = access.load(caller, Operation.LIST_LIGHT_APP_RUNS, id);
    boolean all =
        permissions
            .access(caller, app.business())
            .map((Access role) -> role.may(Operation.LIST_LIGHT_APP_RUNS, Subject.of(app)))
            .orElse(false);
    return runs.list(id, all ? Optional.empty() : Optional.of(caller.name()), page);
  }

  @Override
  public Optional<LightAppRun> ownRun(Caller caller, TaskId task) {
    return own.find(caller, task, Operation.SEE_TASK).map(run -> own.view(caller, run));
  }

  @Override
  public Optional<LightAppRun> command(Caller caller, TaskId task, Command command) {
    Optional<OwnRuns.Found> run = own.find(caller, task, ActionRights.operation(command));
    run.ifPresent(found -> own.requireAllowed(caller, found, command));
    return run.map(
        found ->
            own.view(
                caller,
                new OwnRuns.Found(
                    found.app(),
                    Answers.await(
                        engine.submit(
                            task, command, TaskAudit.ofRun(caller, found.task(), command))))));
  }

  @Override
  public List<TaskEvent> events(Caller caller, TaskId task, int afterSeq, int limit) {
    requireOwn(caller, task);
    return engine.events(task, afterSeq, limit).stream()
        .flatMap(event -> RunEvents.reduced(event).stream())
        .toList();
  }

  @Override
  public AutoCloseable subscribe(Caller caller, TaskId task, Consumer<TaskEvent> listener) {
    requireOwn(caller, task);
    return engine.subscribe(task, event -> RunEvents.reduced(event).ifPresent(listener));
  }

  private void requireOwn(Caller caller, TaskId task) {
    if (own.find(caller, task, Operation.SEE_TASK).isEmpty()) {
      throw ProductException.notFound("The task " + task);
    }
  }
}
