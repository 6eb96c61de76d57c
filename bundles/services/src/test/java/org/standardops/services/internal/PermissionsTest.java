package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.standardops.engine.core.Command;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.LightAppId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.process.Notify;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.AtomService;
import org.standardops.services.BundleService;
import org.standardops.services.BusinessService;
import org.standardops.services.Caller;
import org.standardops.services.ComponentService;
import org.standardops.services.ConfigurationService;
import org.standardops.services.ConnectionService;
import org.standardops.services.DesktopService;
import org.standardops.services.FavouriteService;
import org.standardops.services.KeyService;
import org.standardops.services.LightAppService;
import org.standardops.services.NotificationService;
import org.standardops.services.PeopleService;
import org.standardops.services.PlatformService;
import org.standardops.services.PreviewService;
import org.standardops.services.ProcessService;
import org.standardops.services.RevisionService;
import org.standardops.services.Save;
import org.standardops.services.SecretService;
import org.standardops.services.SelectionService;
import org.standardops.services.StatisticsService;
import org.standardops.services.TaskInput;
import org.standardops.services.TaskService;
import org.standardops.services.TokenService;
import org.standardops.services.VariableService;
import org.standardops.services.VariableService.Parameter;
import org.standardops.services.fake.Samples;
import org.standardops.services.port.AuditStore;
import org.standardops.services.port.BundleId;
import org.standardops.services.port.ComponentLibrary.Source;
import org.standardops.services.port.DeliveryStore;
import org.standardops.services.port.Favourite;
import org.standardops.services.port.FollowerRight;
import org.standardops.services.port.TaskSummaries;
import org.standardops.services.port.TokenScope;

/** Every use case, called as every role. A use case without a row fails the build. */
class PermissionsTest {

  private static final Page.Request PAGE = new Page.Request(50, Optional.empty());
  private static final OptionalInt ANY = OptionalInt.empty();

  enum Role {
    STRANGER,
    FOREIGN_ADMIN,
    PLATFORM_ADMIN,
    /** Among the people of a light app of the business, and nothing else in it. */
    APP_USER,
    /** Follower with every right on another process of the business. */
    ELSEWHERE,
    VIEWER,
    CREATOR,
    OPERATOR,
    MODIFIER,
    ADMIN
  }

  private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
  private static final Set<Role> IN_BUSINESS = EnumSet.range(Role.ELSEWHERE, Role.ADMIN);
  private static final Set<Role> VIEWERS = EnumSet.range(Role.VIEWER, Role.ADMIN);
  private static final Set<Role> CREATORS = EnumSet.of(Role.CREATOR, Role.ADMIN);
  private static final Set<Role> OPERATORS = EnumSet.of(Role.OPERATOR, Role.ADMIN);
  private static final Set<Role> ADMINS = EnumSet.of(Role.ADMIN);
  private static final Set<Role> PLATFORM_ADMINS = EnumSet.of(Role.PLATFORM_ADMIN);

  /** Who is told that something does not exist, where it lies in the business b1. */
  private static final Set<Role> BLIND =
      EnumSet.of(Role.STRANGER, Role.FOREIGN_ADMIN, Role.PLATFORM_ADMIN, Role.APP_USER);

  /** The same, where it is the light app itself. */
  private static final Set<Role> BLIND_TO_APP =
      EnumSet.of(Role.STRANGER, Role.FOREIGN_ADMIN, Role.PLATFORM_ADMIN);

  private static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);

  private static final AuditStore.Filter EVERYTHING =
      new AuditStore.Filter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final DeliveryStore.Filter ALL_DELIVERIES =
      new DeliveryStore.Filter(Optional.empty(), Optional.empty(), Optional.empty());
  private static final DeliveryStore.Filter DELIVERIES_OF_B1 =
      new DeliveryStore.Filter(Optional.of(World.B1), Optional.empty(), Optional.empty());
  private static final AuditStore.Filter OF_B1 =
      new AuditStore.Filter(
          Optional.empty(),
          Optional.empty(),
          Optional.of(World.B1),
          Optional.empty(),
          Optional.empty());

  interface Call {
    Object on(Scene scene, Caller caller);
  }

  record Row(String useCase, Call call, Set<Role> allowed, Set<Role> blind) {}

  private static final List<Row> TABLE =
      List.of(
          oneself("me", (s, c) -> s.world.people.me(c)),
          oneself("changePassword", PermissionsTest::changePassword),
          row("TokenService.list", (s, c) -> s.world.tokenService.list(c), EVERYBODY, NOBODY),
          row(
              "TokenService.create",
              (s, c) ->
                  s.world.tokenService.create(c, "ci", Optional.empty(), Set.of(TokenScope.READ)),
              EVERYBODY,
              NOBODY),
          row(
              "TokenService.delete",
              (s, c) -> done(() -> s.world.tokenService.delete(c, s.token(c))),
              EVERYBODY,
              NOBODY),
          platform("PeopleService.list", (s, c) -> s.world.people.list(c, PAGE)),
          platform("PeopleService.get", (s, c) -> s.world.people.get(c, "ann")),
          platform(
              "PeopleService.create",
              (s, c) -> s.world.people.create(c, World.account("new", "long enough"))),
          platform(
              "PeopleService.replace",
              (s, c) -> s.world.people.replace(c, "ann", 1, World.account("ann", "long enough"))),
          platform(
              "PeopleService.delete", (s, c) -> done(() -> s.world.people.delete(c, "idle", 1))),
          platform("NotificationService.channels", (s, c) -> s.world.notifications.channels(c)),
          platform(
              "NotificationService.channel",
              (s, c) -> s.world.notifications.channel(c, Notify.Channel.EMAIL)),
          platform(
              "NotificationService.replace",
              (s, c) ->
                  s.world.notifications.replace(
                      c, Notify.Channel.EMAIL, 0, true, Map.of("host", "mail"))),
          platform(
              "NotificationService.test",
              (s, c) -> s.world.notifications.test(c, Notify.Channel.EMAIL, "ann@example.com")),
          platform(
              "NotificationService.deliveries",
              (s, c) -> s.world.notifications.deliveries(c, ALL_DELIVERIES, PAGE)),
          row(
              "NotificationService.deliveries",
              (s, c) -> s.world.notifications.deliveries(c, DELIVERIES_OF_B1, PAGE),
              EnumSet.of(Role.PLATFORM_ADMIN, Role.ADMIN),
              EnumSet.of(Role.STRANGER, Role.FOREIGN_ADMIN, Role.APP_USER)),
          row("BusinessService.list", (s, c) -> s.world.business.list(c, PAGE), EVERYBODY, NOBODY),
          platform(
              "BusinessService.create",
              (s, c) -> s.world.business.create(c, new BusinessId("b3"), "Three")),
          row(
              "BusinessService.get",
              (s, c) -> s.world.business.get(c, World.B1),
              and(Role.PLATFORM_ADMIN, IN_BUSINESS),
              EnumSet.of(Role.STRANGER, Role.FOREIGN_ADMIN, Role.APP_USER)),
          row(
              "PlatformService.people",
              (s, c) -> s.world.platformService.people(c, World.B1, ""),
              and(Role.PLATFORM_ADMIN, ADMINS),
              EnumSet.of(Role.STRANGER, Role.FOREIGN_ADMIN, Role.APP_USER)),
          row(
              "PlatformService.hosts",
              (s, c) -> s.world.platformService.hosts(c, World.B1, "", ""),
              and(Role.PLATFORM_ADMIN, IN_BUSINESS),
              EnumSet.of(Role.STRANGER, Role.FOREIGN_ADMIN, Role.APP_USER)),
          row(
              "PlatformService.relate",
              (s, c) -> s.world.platformService.relate(c, World.B1, "idle"),
              PLATFORM_ADMINS,
              EnumSet.of(Role.STRANGER, Role.FOREIGN_ADMIN, Role.APP_USER)),
          row(
              "PlatformService.unrelate",
              (s, c) -> done(() -> s.world.platformService.unrelate(c, World.B1, "viewer")),
              PLATFORM_ADMINS,
              EnumSet.of(Role.STRANGER, Role.FOREIGN_ADMIN, Role.APP_USER)),
          row(
              "PlatformService.setHosts",
              (s, c) -> s.world.platformService.setHosts(c, World.B1, List.of()),
              PLATFORM_ADMINS,
              EnumSet.of(Role.STRANGER, Role.FOREIGN_ADMIN, Role.APP_USER)),
          row(
              "BusinessService.setAdmins",
              (s, c) -> s.world.business.setAdmins(c, World.B1, List.of("ann")),
              PLATFORM_ADMINS,
              EnumSet.of(Role.STRANGER, Role.FOREIGN_ADMIN, Role.APP_USER)),
          below(
              "BusinessService.followers",
              (s, c) -> s.world.business.followers(c, World.B1),
              ADMINS),
          below(
              "BusinessService.setFollower",
              (s, c) ->
                  s.world.business.setFollower(
                      c, World.B1, "viewer", Map.of("*", Set.of(FollowerRight.VIEW))),
              ADMINS),
          below(
              "BusinessService.removeFollower",
              (s, c) -> done(() -> s.world.business.removeFollower(c, World.B1, "viewer")),
              ADMINS),
          below(
              "ConfigurationService.get",
              (s, c) -> s.world.configuration.get(c, World.B1),
              IN_BUSINESS),
          below(
              "ConfigurationService.history",
              (s, c) -> s.world.configuration.history(c, World.B1, PAGE),
              IN_BUSINESS),
          below(
              "ConfigurationService.replace",
              (s, c) -> s.world.configuration.replace(c, World.B1, 0, List.of()),
              ADMINS),
          below(
              "ConfigurationService.usedBy",
              (s, c) -> s.world.configuration.usedBy(c, World.B1),
              ADMINS),
          platform("AuditService.list", (s, c) -> s.world.audit.list(c, EVERYTHING, PAGE)),
          row(
              "AuditService.list",
              (s, c) -> s.world.audit.list(c, OF_B1, PAGE),
              EnumSet.of(Role.PLATFORM_ADMIN, Role.ADMIN),
              EnumSet.of(Role.STRANGER, Role.FOREIGN_ADMIN, Role.APP_USER)),
          below("SecretService.list", (s, c) -> s.world.secrets.list(c, World.B1), ADMINS),
          below(
              "SecretService.put",
              (s, c) -> done(() -> s.world.secrets.put(c, World.B1, "key", "open sesame")),
              ADMINS),
          below(
              "SecretService.delete",
              (s, c) ->
                  done(
                      () -> {
                        s.world.secretStore.put(
                            World.B1, "old", new byte[0], "ann", s.world.clock.instant());
                        s.world.secrets.delete(c, World.B1, "old");
                      }),
              ADMINS),
          below("ConnectionService.list", (s, c) -> s.world.connections.list(c, World.B1), ADMINS),
          below(
              "ConnectionService.find",
              (s, c) -> s.world.connections.find(c, World.B1, "tencentcloud"),
              ADMINS),
          below(
              "ConnectionService.replace",
              (s, c) ->
                  s.world.connections.replace(
                      c,
                      World.B1,
                      "tencentcloud",
                      OptionalLong.empty(),
                      Map.of("region", "ap-guangzhou")),
              ADMINS),
          below(
              "ConnectionService.delete",
              (s, c) ->
                  done(
                      () -> {
                        s.world.connections.replace(
                            s.world.ann,
                            World.B1,
                            "tencentcloud",
                            OptionalLong.empty(),
                            Map.of("region", "ap-guangzhou"));
                        s.world.connections.delete(
                            c, World.B1, "tencentcloud", OptionalLong.empty());
                      }),
              ADMINS),
          platform("ComponentService.list", (s, c) -> s.world.components.list(c)),
          platform("ComponentService.find", (s, c) -> s.world.components.find(c, "shop", "1.0.0")),
          platform(
              "ComponentService.add",
              (s, c) ->
                  s.world.components.add(
                      c,
                      new Source(
                          "shop", Optional.empty(), "", Optional.empty(), Optional.empty()))),
          platform(
              "ComponentService.delete",
              (s, c) -> done(() -> s.world.components.delete(c, "shop", "1.0.0"))),
          below(
              "ProcessService.create",
              (s, c) ->
                  s.world.processes.create(
                      c, World.B1, Samples.process(), Save.published(""), Optional.empty()),
              ADMINS),
          below(
              "ProcessService.validate",
              (s, c) -> s.world.processes.validate(c, World.B1, Samples.process()),
              ADMINS),
          below(
              "ProcessService.validate",
              (s, c) -> s.world.processes.validate(c, s.process),
              VIEWERS),
          below(
              "ProcessService.get", (s, c) -> s.world.processes.get(c, s.process, false), VIEWERS),
          below(
              "ProcessService.list",
              (s, c) ->
                  s.world.processes.list(c, World.B1, Optional.empty(), Optional.empty(), PAGE),
              IN_BUSINESS),
          below(
              "ProcessService.replace",
              (s, c) ->
                  s.world.processes.replace(c, s.process, 1, Samples.process(), Save.published("")),
              ADMINS),
          below(
              "ProcessService.delete",
              (s, c) -> done(() -> s.world.processes.delete(c, s.process, 1)),
              ADMINS),
          below(
              "ProcessService.copy",
              (s, c) -> s.world.processes.copy(c, s.process, Optional.empty(), Optional.empty()),
              ADMINS),
          below("ProcessService.usedBy", (s, c) -> s.world.processes.usedBy(c, s.process), VIEWERS),
          below(
              "RevisionService.publish",
              (s, c) ->
                  s.world.revisions.publish(c, s.drafted, OptionalLong.empty(), Optional.empty()),
              ADMINS),
          below(
              "RevisionService.list",
              (s, c) -> s.world.revisions.list(c, s.process, PAGE),
              VIEWERS),
          below("RevisionService.get", (s, c) -> s.world.revisions.get(c, s.process, 1), VIEWERS),
          below(
              "RevisionService.restore",
              (s, c) ->
                  s.world.revisions.restore(
                      c, s.process, 1, OptionalLong.empty(), Optional.empty()),
              ADMINS),
          below(
              "RevisionService.difference",
              (s, c) -> s.world.revisions.difference(c, s.process, 1, 1),
              VIEWERS),
          below(
              "PreviewService.of",
              (s, c) -> s.world.previews.of(c, s.process, false, World.preview()),
              VIEWERS),
          below(
              "PreviewService.of",
              (s, c) -> s.world.previews.of(c, World.B1, Samples.process(), World.preview()),
              ADMINS),
          below(
              "VariableService.addAsVariable",
              (s, c) ->
                  s.world.variables.addAsVariable(
                      c,
                      s.process,
                      OptionalLong.empty(),
                      new Parameter("compare", "/of", Optional.empty(), Optional.empty())),
              ADMINS),
          below(
              "VariableService.rename",
              (s, c) ->
                  s.world.variables.rename(c, s.process, OptionalLong.empty(), "urls", "links"),
              ADMINS),
          below("TaskService.create", (s, c) -> s.create(c, World.input()), CREATORS),
          below("TaskService.create", (s, c) -> s.create(c, s.started()), ADMINS),
          below(
              "TaskService.validate",
              (s, c) ->
                  s.world.tasks.validate(c, s.process, World.input(), TaskService.Stage.WHOLE),
              CREATORS),
          below(
              "TaskService.copy",
              (s, c) ->
                  s.world.tasks.copy(
                      c, s.failed, TaskService.Revision.SAME, World.API, Optional.empty()),
              CREATORS),
          below("SelectionService.list", (s, c) -> s.world.selections.list(c, s.process), VIEWERS),
          below(
              "SelectionService.save",
              (s, c) -> s.world.selections.save(c, s.process, "some", List.of("push")),
              CREATORS),
          below(
              "SelectionService.delete",
              (s, c) -> done(() -> s.world.selections.delete(c, s.process, "saved")),
              CREATORS),
          row("FavouriteService.list", (s, c) -> s.world.favourites.list(c), EVERYBODY, NOBODY),
          below(
              "FavouriteService.add",
              (s, c) ->
                  done(() -> s.world.favourites.add(c, Favourite.Kind.PROCESS, s.process.value())),
              VIEWERS),
          row(
              "FavouriteService.remove",
              (s, c) -> done(() -> s.world.favourites.remove(c, Favourite.Kind.TASK, "1")),
              EVERYBODY,
              NOBODY),
          below(
              "StatisticsService.of",
              (s, c) -> s.world.statistics.of(c, World.B1, Optional.empty(), Optional.empty()),
              IN_BUSINESS),
          below("TaskService.get", (s, c) -> s.world.tasks.get(c, s.created), VIEWERS),
          below(
              "TaskService.list",
              (s, c) -> s.world.tasks.list(c, World.B1, everyTask(), PAGE),
              IN_BUSINESS),
          below(
              "TaskService.replace",
              (s, c) -> s.world.tasks.replace(c, s.created, 1, World.input()),
              CREATORS),
          below(
              "TaskService.modify",
              (s, c) ->
                  s.world.tasks.modify(
                      c,
                      s.failed,
                      1,
                      new TaskService.Values(Map.of("urls", List.of("http://b.test/")), Map.of())),
              OPERATORS),
          below(
              "TaskService.modify",
              (s, c) ->
                  s.world.tasks.modify(
                      c,
                      s.failed,
                      1,
                      new TaskService.Values(
                          Map.of(), Map.of("compare", Map.of("urls", List.of("x"))))),
              ADMINS),
          below(
              "TaskService.elements",
              (s, c) -> s.world.tasks.elements(c, s.created, "push", Optional.empty(), 0, 10),
              VIEWERS),
          below(
              "TaskService.faultsOfReplacement",
              (s, c) -> s.world.tasks.faultsOfReplacement(c, s.created, World.input()),
              CREATORS),
          below(
              "TaskService.faultsOfModification",
              (s, c) ->
                  s.world.tasks.faultsOfModification(
                      c,
                      s.failed,
                      new TaskService.Values(Map.of("urls", List.of("http://b.test/")), Map.of())),
              OPERATORS),
          below("TaskService.events", (s, c) -> s.world.tasks.events(c, s.created, 0, 10), VIEWERS),
          below(
              "TaskService.subscribe",
              (s, c) -> s.world.tasks.subscribe(c, s.created, event -> {}),
              VIEWERS),
          below(
              "TaskService.logSections",
              (s, c) -> s.world.tasks.logSections(c, s.failed, "push"),
              VIEWERS),
          below(
              "TaskService.log",
              (s, c) ->
                  s.world.tasks.log(
                      c, s.failed, "push", Optional.empty(), Optional.empty(), 0, 100),
              VIEWERS),
          command(new Command.Start()),
          command(new Command.Suspend()),
          command(new Command.Resume()),
          command(new Command.Terminate("")),
          command(new Command.ContinueStep("verify")),
          command(new Command.RunAgain("verify")),
          command(retry(Map.of())),
          row(
              "TaskService.command RetryNode with params",
              (s, c) -> s.world.tasks.command(c, s.failed, retry(Map.of("area", "mainland"))),
              ADMINS,
              BLIND),
          command(new Command.SkipNode("push", ANY, "")),
          command(new Command.StopNode("push", ANY, "")),
          command(new Command.AnswerNode("push", ANY, true, "")),
          command(new Command.ResolveNode("push", ANY, true, Map.of(), "")),
          below(
              "LightAppService.create",
              (s, c) -> s.world.lightApps.create(c, s.succeeded, World.form(), Optional.empty()),
              ADMINS),
          below(
              "LightAppService.list", (s, c) -> s.world.lightApps.list(c, World.B1, PAGE), ADMINS),
          ofApp(
              "LightAppService.get",
              (s, c) -> s.world.lightApps.get(c, s.app),
              Role.ADMIN,
              Role.APP_USER),
          ofApp(
              "LightAppService.replace",
              (s, c) -> s.world.lightApps.replace(c, s.app, 1, World.form()),
              Role.ADMIN),
          ofApp(
              "LightAppService.setPeople",
              (s, c) -> s.world.lightApps.setPeople(c, s.app, OptionalLong.empty(), List.of()),
              Role.ADMIN),
          ofApp(
              "LightAppService.update",
              (s, c) -> s.world.lightApps.update(c, s.app, s.succeeded),
              Role.ADMIN),
          ofApp(
              "LightAppService.delete",
              (s, c) -> done(() -> s.world.lightApps.delete(c, s.app, 1)),
              Role.ADMIN),
          row("DesktopService.apps", (s, c) -> s.world.desktop.apps(c), EVERYBODY, NOBODY),
          ofApp(
              "DesktopService.run",
              (s, c) -> s.world.desktop.run(c, s.app, World.input().variables(), Optional.empty()),
              Role.APP_USER),
          ofApp(
              "DesktopService.runs",
              (s, c) -> s.world.desktop.runs(c, s.app, PAGE),
              Role.ADMIN,
              Role.APP_USER),
          row(
              "DesktopService.ownRun",
              (s, c) -> s.world.desktop.ownRun(c, s.failed),
              EVERYBODY,
              NOBODY),
          row(
              "DesktopService.command",
              (s, c) -> s.world.desktop.command(c, s.failed, new Command.Suspend()),
              EVERYBODY,
              NOBODY),
          row(
              "DesktopService.events",
              (s, c) -> s.world.desktop.events(c, s.failed, 0, 10),
              NOBODY,
              EVERYBODY),
          row(
              "DesktopService.subscribe",
              (s, c) -> s.world.desktop.subscribe(c, s.failed, event -> {}),
              NOBODY,
              EVERYBODY),
          row("KeyService.change", (s, c) -> s.world.key.change(c), PLATFORM_ADMINS, NOBODY),
          row("AtomService.list", (s, c) -> s.world.atomService.list(c), EVERYBODY, NOBODY),
          row(
              "AtomService.options",
              (s, c) ->
                  s.world.atomService.options(
                      c, new AtomRef("push", "1.0.0"), World.B1, "urls", Map.of(), ""),
              IN_BUSINESS,
              BLIND),
          platform("BundleService.list", (s, c) -> s.world.bundleService.list(c)),
          platform("BundleService.find", (s, c) -> s.world.bundleService.find(c, s.bundle)),
          platform(
              "BundleService.requireInstall",
              (s, c) -> done(() -> s.world.bundleService.requireInstall(c))),
          platform(
              "BundleService.install", (s, c) -> s.world.bundleService.install(c, Path.of("new"))),
          platform("BundleService.retire", (s, c) -> s.world.bundleService.retire(c, s.bundle)),
          platform("BundleService.activate", (s, c) -> s.world.bundleService.activate(c, s.bundle)),
          platform(
              "BundleService.remove", (s, c) -> s.world.bundleService.remove(c, s.bundle, false)));

  private static Set<Role> and(Role role, Set<Role> roles) {
    Set<Role> all = EnumSet.of(role);
    all.addAll(roles);
    return all;
  }

  private static Row row(String useCase, Call call, Set<Role> allowed, Set<Role> blind) {
    return new Row(useCase, call, allowed, blind);
  }

  private static Row oneself(String method, Call call) {
    return row("PeopleService." + method, call, EVERYBODY, NOBODY);
  }

  private static Row platform(String useCase, Call call) {
    return row(useCase, call, PLATFORM_ADMINS, NOBODY);
  }

  private static Row below(String useCase, Call call, Set<Role> allowed) {
    return row(useCase, call, allowed, BLIND);
  }

  private static Row ofApp(String useCase, Call call, Role first, Role... more) {
    return row(useCase, call, EnumSet.of(first, more), BLIND_TO_APP);
  }

  private static Row command(Command command) {
    return below(
        "TaskService.command " + command.getClass().getSimpleName(),
        (s, c) -> s.world.tasks.command(c, s.failed, command),
        OPERATORS);
  }

  private static Command retry(Map<String, Object> params) {
    return new Command.RetryNode("push", ANY, params, Map.of(), Optional.empty());
  }

  private static Object changePassword(Scene scene, Caller caller) {
    return done(
        () ->
            scene.world.people.changePassword(
                caller,
                ("secret-of-" + caller.name()).toCharArray(),
                "correct horse battery".toCharArray()));
  }

  private static Object done(Runnable call) {
    call.run();
    return "done";
  }

  private static TaskSummaries.Filter everyTask() {
    return new TaskSummaries.Filter(
        World.B1,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** One process, a task of each creator that is CREATED, and one that has FAILED. */
  private static final class Scene {
    final World world = new World();
    final ProcessId process = world.published();
    final ProcessId otherProcess = world.published();
    final ProcessId drafted = world.drafted();
    final TaskId failed = world.task(world.ann, process);
    final TaskId succeeded = world.succeeded(process);
    final LightAppId app;
    final BundleId bundle = new BundleId("there", "1.0.0");
    final Caller caller;
    final TaskId created;

    Scene(Role role) {
      world.bundles.install(Path.of("there"), "root");
      world.person("idle", false);
      world.selections.save(world.ann, process, "saved", List.of("push"));
      world.follower("viewer", process, FollowerRight.VIEW);
      caller =
          switch (role) {
            case STRANGER -> world.person("caller", false);
            case APP_USER -> world.related("caller");
            case FOREIGN_ADMIN -> world.bob;
            case PLATFORM_ADMIN -> world.root;
            case ELSEWHERE -> world.follower("caller", otherProcess, FollowerRight.values());
            case VIEWER -> world.follower("caller", process, FollowerRight.VIEW);
            case CREATOR -> world.follower("caller", process, FollowerRight.CREATE_TASK);
            case OPERATOR -> world.follower("caller", process, FollowerRight.OPERATE);
            case MODIFIER -> world.follower("caller", process, FollowerRight.MODIFY_PARAMETERS);
            case ADMIN -> world.ann;
          };
      if (world.accounts.find("caller").isEmpty()) {
        world.person("caller", false);
      }
      app =
          world
              .lightApps
              .create(
                  world.ann,
                  succeeded,
                  role == Role.APP_USER ? World.form("caller") : World.form(),
                  Optional.empty())
              .app()
              .id();
      created = world.task(role == Role.CREATOR ? caller : world.ann, process);
      world.engine.put(
          world.engine.tasks().get(failed).plan(),
          TaskStatus.FAILED,
          Map.of("push", NodeStatus.FAILED));
    }

    String token(Caller owner) {
      return world
          .tokenService
          .create(owner, "ci", Optional.empty(), Set.of(TokenScope.READ))
          .token()
          .id();
    }

    Object create(Caller caller, TaskInput input) {
      return world.tasks.create(caller, process, input, Optional.empty());
    }

    TaskInput started() {
      TaskInput input = World.input();
      return new TaskInput(
          input.name(),
          input.variables(),
          input.nodes(),
          input.params(),
          input.startAt(),
          true,
          World.API);
    }
  }

  @TestFactory
  Stream<DynamicTest> allowsJustWhatTheRoleMay() {
    return TABLE.stream()
        .flatMap(
            row ->
                EVERYBODY.stream()
                    .map(
                        role ->
                            dynamicTest(
                                row.useCase() + " as " + role,
                                () ->
                                    assertThat(outcome(row, new Scene(role), false))
                                        .as("%s as %s", row.useCase(), role)
                                        .isEqualTo(expected(row, role)))));
  }

  @TestFactory
  Stream<DynamicTest> wantsThePasswordChangedFirst() {
    return TABLE.stream()
        .map(
            row ->
                dynamicTest(
                    row.useCase(),
                    () ->
                        assertThat(outcome(row, new Scene(Role.ADMIN), true))
                            .isEqualTo(
                                row.useCase().startsWith("TokenService.")
                                        || row.useCase().startsWith("FavouriteService.")
                                        || row.useCase().endsWith(".me")
                                        || row.useCase().endsWith(".changePassword")
                                    ? Optional.empty()
                                    : Optional.of(ErrorCode.PASSWORD_CHANGE_REQUIRED))));
  }

  private static Optional<ErrorCode> expected(Row row, Role role) {
    if (row.allowed().contains(role)) {
      return Optional.empty();
    }
    return Optional.of(row.blind().contains(role) ? ErrorCode.NOT_FOUND : ErrorCode.FORBIDDEN);
  }

  private static Optional<ErrorCode> outcome(Row row, Scene scene, boolean mustChangePassword) {
    Caller caller = scene.caller;
    try {
      Object answer =
          row.call()
              .on(
                  scene,
                  new Caller(
                      caller.name(), caller.platformAdmin(), mustChangePassword, caller.address()));
      if (answer instanceof CompletionStage<?> stage) {
        Answers.await(stage);
      }
      return Optional.empty();
    } catch (ProductException refused) {
      return Optional.of(refused.code());
    }
  }

  @Test
  void hasARowForEveryUseCase() {
    List<String> useCases = new ArrayList<>();
    Stream.of(
            TaskService.class,
            ProcessService.class,
            RevisionService.class,
            PreviewService.class,
            VariableService.class,
            PeopleService.class,
            BusinessService.class,
            LightAppService.class,
            DesktopService.class,
            NotificationService.class,
            PlatformService.class,
            TokenService.class,
            SelectionService.class,
            FavouriteService.class,
            KeyService.class,
            StatisticsService.class,
            AtomService.class,
            BundleService.class,
            SecretService.class,
            ConnectionService.class,
            ComponentService.class,
            ConfigurationService.class)
        .forEach(
            service ->
                Arrays.stream(service.getMethods())
                    .map(Method::getName)
                    .forEach(method -> useCases.add(service.getSimpleName() + "." + method)));

    assertThat(rows()).containsAll(useCases);
  }

  @Test
  void hasARowForEveryCommand() {
    List<String> commands =
        Arrays.stream(Command.class.getPermittedSubclasses())
            .filter(command -> command != Command.Edit.class && command != Command.Modify.class)
            .map(command -> "TaskService.command " + command.getSimpleName())
            .toList();

    assertThat(TABLE.stream().map(Row::useCase)).containsAll(commands);
  }

  private static Collection<String> rows() {
    return TABLE.stream().map(row -> row.useCase().split(" ", 2)[0]).toList();
  }
}
