package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.standardops.services.internal.Refusals.faults;
import static org.standardops.services.internal.Refusals.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.Command;
import org.standardops.model.ErrorCode;
import org.standardops.model.LightAppId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.process.Notify;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.Caller;
import org.standardops.services.LightAppRun;
import org.standardops.services.LightAppRun.Labelled;
import org.standardops.services.Save;
import org.standardops.services.fake.Samples;
import org.standardops.services.port.FollowerRight;
import org.standardops.services.port.LightApp;

class DesktopUseCasesTest {

  private static final Map<String, Object> URLS = Map.of("urls", List.of("http://b.test/"));

  private final World world = new World();
  private final ProcessId process = world.published();
  private final Caller eve = world.related("eve");
  private final Caller kim = world.related("kim");
  private final LightAppId app = app(World.form("eve", "kim"));

  private LightAppId app(LightApp.Form form) {
    return world
        .lightApps
        .create(world.ann, world.succeeded(process), form, Optional.empty())
        .app()
        .id();
  }

  private LightAppRun run(Caller caller) {
    return world.desktop.run(caller, app, URLS, Optional.empty());
  }

  private void end(LightAppRun run, TaskStatus status) {
    world.engine.put(run.task().plan(), status, Map.of());
  }

  @Test
  void showsWhatOneMayRunAndNothingElse() {
    assertThat(world.desktop.apps(eve)).extracting(view -> view.app().id()).containsExactly(app);
    assertThat(world.desktop.apps(world.ann)).isEmpty();
  }

  @Test
  void runsWhatWasFrozenWithTheEnteredValues() {
    world.processes.replace(
        world.ann,
        process,
        1,
        Samples.process(
            List.of(),
            List.of(
                Samples.step(
                    "other", Samples.node("another", "push", Map.of("urls", List.of("x")))))),
        Save.published(""));

    TaskPlan plan = run(eve).task().plan();

    assertThat(plan.origin())
        .isEqualTo(new TaskPlan.Origin(TaskPlan.Origin.Kind.LIGHT_APP, Optional.of(app.value())));
    assertThat(plan.createdBy()).isEqualTo("eve");
    assertThat(plan.variables()).containsAllEntriesOf(URLS).containsEntry("area", "global");
    assertThat(plan.nodes())
        .extracting(TaskPlan.PlannedNode::id, node -> node.atom().version())
        .containsExactly(tuple("push", "1.1.0"), tuple("compare", "1.0.0"));
    assertThat(plan.name()).startsWith("Prefetch_");
  }

  @Test
  void aRunTellsOfFailuresAndOfWhatNeedsSomebodyButNotItsUser() {
    Notify notify = run(eve).task().plan().notification().orElseThrow();

    assertThat(notify.on()).containsExactly(Notify.On.FAILURE, Notify.On.ATTENTION);
    assertThat(notify.people()).isEmpty();
    assertThat(notify.starter()).isFalse();
  }

  @Test
  void keepsTheVersionThatRanWhenANewerOneComes() {
    world.atoms.install("push", "1.2.0", Map.of("type", "object"), Map.of("type", "object"));

    assertThat(run(eve).task().plan().nodes().findFirst().orElseThrow().atom().version())
        .isEqualTo("1.1.0");
  }

  @Test
  void pointsAtWhatTheUserMayMend() {
    assertThat(faults(() -> world.desktop.run(eve, app, Map.of(), Optional.empty())))
        .containsExactly(tuple("/variables/urls", "MISSING"));
    assertThat(
            faults(
                () ->
                    world.desktop.run(
                        eve,
                        app,
                        Map.of("urls", List.of("a", "b", "c"), "area", "mainland"),
                        Optional.empty())))
        .containsExactlyInAnyOrder(
            tuple("/variables/urls", "INVALID_VALUE"),
            tuple("/variables/area", "UNKNOWN_VARIABLE"));
  }

  @Test
  void saysInPlainWordsWhatTheUserCannotMend() {
    world.atoms.uninstall("push");

    ProductException refused = refusal(() -> run(eve));

    assertThat(refused.code()).isEqualTo(ErrorCode.STATE_FORBIDS);
    assertThat(refused).hasMessageContaining("Tell ann").hasMessageNotContaining("push");
    assertThat(refused.faults()).isEmpty();
  }

  @Test
  void aSecondRunIsToldWhoRunsItSinceWhen() {
    LightAppRun first = run(eve);

    ProductException refused = refusal(() -> run(kim));

    assertThat(refused.code()).isEqualTo(ErrorCode.STATE_FORBIDS);
    assertThat(refused)
        .hasMessageContaining("eve")
        .hasMessageContaining(
            first
                .task()
                .plan()
                .createdAt()
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                .toString());
  }

  @Test
  void isFreeAgainWhenTheRunHasEnded() {
    LightAppRun first = run(eve);
    end(first, TaskStatus.FAILED);
    assertThat(refusal(() -> run(kim)).code()).isEqualTo(ErrorCode.STATE_FORBIDS);

    end(first, TaskStatus.TERMINATED);

    assertThat(run(kim).task().plan().createdBy()).isEqualTo("kim");
  }

  @Test
  void isFreeAgainAfterARunThatACrashBrokeOff() {
    world.lightAppStore.begin(
        app,
        new org.standardops.services.port.LightAppRuns.Run(
            new TaskId(7), "eve", world.clock.instant()),
        true,
        Optional.empty());
    assertThat(refusal(() -> run(kim)).code()).isEqualTo(ErrorCode.STATE_FORBIDS);

    world.clock.advance(Duration.ofMinutes(2));

    assertThat(run(kim).task().plan().createdBy()).isEqualTo("kim");
  }

  @Test
  void answersAReservedIdThatIsThereAsItIs() {
    Optional<TaskId> id = Optional.of(new TaskId(77));
    LightAppRun first = world.desktop.run(eve, app, URLS, id);

    assertThat(world.desktop.run(eve, app, URLS, id).task()).isEqualTo(first.task());
  }

  @Test
  void showsTheOwnRunWithLabelsAndNothingTechnical() {
    LightAppRun run = world.desktop.ownRun(eve, run(eve).task().plan().id()).orElseThrow();

    assertThat(run.inputs())
        .containsExactly(new Labelled("Addresses", Optional.of(List.of("http://b.test/"))));
    assertThat(run.contacts()).containsExactly(new LightAppRun.Contact("ann", "ann"));
    assertThat(run.allowed()).containsExactly(Action.TERMINATE);
  }

  @Test
  void leavesOtherTasksToTheirOwnRights() {
    TaskId of = run(eve).task().plan().id();
    Caller viewer = world.follower("lou", process, FollowerRight.VIEW);

    assertThat(world.desktop.ownRun(kim, of)).isEmpty();
    assertThat(world.desktop.ownRun(world.ann, of)).isEmpty();
    assertThat(world.desktop.ownRun(viewer, of)).isEmpty();
    assertThat(refusal(() -> world.tasks.get(eve, of)).code()).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void letsTheUserDoWhatTheAppAllowsAndNothingElse() {
    TaskId of = run(eve).task().plan().id();

    assertThat(world.desktop.command(eve, of, new Command.Terminate(""))).isPresent();
    for (Command command :
        List.of(new Command.Suspend(), new Command.SkipNode("push", OptionalInt.empty(), ""))) {
      assertThat(refusal(() -> world.desktop.command(eve, of, command)).code())
          .isEqualTo(ErrorCode.FORBIDDEN);
    }
    assertThat(world.engine.commands()).containsExactly(new Command.Terminate(""));
  }

  @Test
  void whoIsRemovedLosesAppAndRunsAtOnce() {
    TaskId of = run(eve).task().plan().id();
    world.lightApps.setPeople(world.ann, app, OptionalLong.empty(), List.of("kim"));

    assertThat(world.desktop.apps(eve)).isEmpty();
    assertThat(world.desktop.ownRun(eve, of)).isEmpty();
    assertThat(refusal(() -> run(eve)).code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(
            refusal(() -> world.desktop.runs(eve, app, new Page.Request(50, Optional.empty())))
                .code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void whoIsNoLongerRelatedLosesTheAppUntilTheReturn() {
    world.platform.unrelate(World.B1, "eve");

    assertThat(world.desktop.apps(eve)).isEmpty();
    assertThat(refusal(() -> run(eve)).code()).isEqualTo(ErrorCode.NOT_FOUND);
    LightApp.Form kept = world.lightApps.get(world.ann, app).app().form();
    world.lightApps.replace(world.ann, app, 1, kept);

    world.platform.relate(World.B1, "eve");

    assertThat(run(eve).task().plan().createdBy()).isEqualTo("eve");
  }

  @Test
  void listsTheOwnRunsAndAllForAnAdmin() {
    Page.Request page = new Page.Request(50, Optional.empty());
    world.desktop.runs(eve, app, page);
    world.desktop.runs(world.ann, app, page);

    assertThat(world.lightAppStore.asked()).containsExactly(Optional.of("eve"), Optional.empty());
  }

  @Test
  void anExpiredAppIsGone() {
    LightApp.Form form = World.form("eve");
    LightAppId short_ =
        app(
            new LightApp.Form(
                form.name(),
                form.description(),
                form.icon(),
                form.inputs(),
                form.outputs(),
                form.people(),
                form.contacts(),
                form.may(),
                false,
                Optional.of(world.clock.instant().plusSeconds(60))));
    world.clock.advance(Duration.ofMinutes(1));

    assertThat(world.desktop.apps(eve)).extracting(view -> view.app().id()).containsExactly(app);
    assertThat(refusal(() -> world.desktop.run(eve, short_, URLS, Optional.empty())).code())
        .isEqualTo(ErrorCode.GONE);
  }

  @Test
  void aRunThatFailedMayBeEndedByItsUserAndByAContactWhateverTheAppAllows() {
    Caller pat = world.related("pat");
    LightApp.Form form = World.form("eve");
    LightAppId strict =
        app(
            new LightApp.Form(
                form.name(),
                form.description(),
                form.icon(),
                form.inputs(),
                form.outputs(),
                form.people(),
                List.of("pat"),
                Set.of(),
                true,
                Optional.empty()));
    LightAppRun run = world.desktop.run(eve, strict, URLS, Optional.empty());
    TaskId of = run.task().plan().id();
    assertThat(refusal(() -> world.desktop.command(eve, of, new Command.Terminate(""))).code())
        .isEqualTo(ErrorCode.FORBIDDEN);

    end(run, TaskStatus.FAILED);

    assertThat(world.desktop.ownRun(eve, of).orElseThrow().allowed())
        .containsExactly(Action.TERMINATE);
    assertThat(world.desktop.ownRun(pat, of).orElseThrow().allowed())
        .containsExactly(Action.TERMINATE);
    assertThat(refusal(() -> world.desktop.command(pat, of, new Command.Suspend())).code())
        .isEqualTo(ErrorCode.FORBIDDEN);
    world.desktop.command(eve, of, new Command.Terminate(""));
    world.desktop.command(pat, of, new Command.Terminate(""));
    assertThat(world.engine.commands()).hasSize(2);
    assertThat(world.desktop.ownRun(kim, of)).isEmpty();
  }

  @Test
  void tellsTheUserChangesOfStateAloneAndOnlyOfTheOwnRun() {
    TaskId of = run(eve).task().plan().id();
    Instant at = world.clock.instant();
    world.engine.happened(of, event(1, at, TaskEvent.Kind.NODE_STATE, "RUNNING"));
    world.engine.happened(of, event(2, at, TaskEvent.Kind.VARIABLES, ""));

    assertThat(world.desktop.events(eve, of, 0, 10))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.state()).hasValue("RUNNING");
              assertThat(event.node()).isEmpty();
              assertThat(event.by()).isEmpty();
            });
    assertThat(refusal(() -> world.desktop.events(kim, of, 0, 10)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  private static TaskEvent event(int seq, Instant at, TaskEvent.Kind kind, String state) {
    return new TaskEvent(
        seq,
        true,
        at,
        kind,
        Optional.of("prefetch"),
        Optional.of("push"),
        OptionalInt.of(1),
        Optional.of(state),
        Optional.of("eve"),
        OptionalDouble.empty());
  }
}
