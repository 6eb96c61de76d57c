package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.standardops.services.internal.Refusals.faults;
import static org.standardops.services.internal.Refusals.refusal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.standardops.model.ErrorCode;
import org.standardops.model.LightAppId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.Node;
import org.standardops.model.process.Variable;
import org.standardops.services.Caller;
import org.standardops.services.LightAppView;
import org.standardops.services.LightAppView.LightAppAction;
import org.standardops.services.Save;
import org.standardops.services.fake.Samples;
import org.standardops.services.port.LightApp;
import org.standardops.services.port.LightApp.Input;
import org.standardops.services.port.LightApp.Output;

class LightAppUseCasesTest {

  private final World world = new World();
  private final ProcessId process = world.published();
  private final TaskId task = world.succeeded(process);
  private final Caller eve = world.related("eve");

  private LightAppView create(LightApp.Form form) {
    return world.lightApps.create(world.ann, task, form, Optional.empty());
  }

  @Test
  void freezesWhatTheTaskRanWith() {
    LightApp.Frozen frozen = create(World.form("eve")).app().frozen();

    assertThat(frozen.revision()).isEqualTo(1);
    assertThat(frozen.nodes()).containsExactly("push", "compare");
    assertThat(frozen.definition().nodes())
        .extracting(Node::atomVersion)
        .containsExactly(Optional.of("1.1.0"), Optional.of("1.0.0"));
    assertThat(frozen.values()).containsEntry("area", "global").containsKey("urls");
  }

  @Test
  void takesItsMakerForTheContact() {
    assertThat(create(World.form()).app().form().contacts()).containsExactly("ann");
  }

  @Test
  void showsTheWholeToAnAdminAndTheFormToAUser() {
    LightAppView made = create(World.form("eve"));
    LightAppView seen = world.lightApps.get(eve, made.app().id());

    assertThat(made.whole()).isTrue();
    assertThat(made.allowed())
        .containsExactlyInAnyOrder(LightAppAction.EDIT, LightAppAction.DELETE);
    assertThat(seen.whole()).isFalse();
    assertThat(seen.allowed()).containsExactly(LightAppAction.RUN);
    assertThat(seen.inputs()).extracting(Variable::name).containsExactly("Addresses");
    assertThat(seen.inputs().get(0).schema()).containsEntry("maxItems", 2);
  }

  @Test
  void isMadeOnlyOfATaskThatHasSucceeded() {
    TaskId created = world.task(world.ann, process);

    assertThat(
            refusal(
                    () ->
                        world.lightApps.create(world.ann, created, World.form(), Optional.empty()))
                .code())
        .isEqualTo(ErrorCode.STATE_FORBIDS);
  }

  @Test
  void tellsEveryFaultOfTheFormAtOnce() {
    LightApp.Form form =
        new LightApp.Form(
            "",
            "",
            "",
            List.of(
                input("nothing", Optional.empty(), Map.of()),
                input("urls", Optional.of(List.of(7)), Map.of()),
                input("urls", Optional.empty(), Map.of()),
                input("area", Optional.empty(), Map.of("type", 7))),
            List.of(new Output("nothing", Optional.empty())),
            List.of("eve", "nobody", "bob"),
            List.of("ghost"),
            Set.of(),
            true,
            Optional.of(world.clock.instant().minusSeconds(1)));

    assertThat(faults(() -> create(form)))
        .containsExactlyInAnyOrder(
            tuple("/name", "MISSING"),
            tuple("/inputs/0", "UNKNOWN_VARIABLE"),
            tuple("/inputs/1/default/0", "WRONG_TYPE"),
            tuple("/inputs/2", "DUPLICATE_KEY"),
            tuple("/inputs/3/limits", "INVALID_SCHEMA"),
            tuple("/outputs/0", "UNKNOWN_VARIABLE"),
            tuple("/people/1", "UNKNOWN_PERSON"),
            tuple("/people/2", "NOT_RELATED"),
            tuple("/contacts/0", "UNKNOWN_PERSON"),
            tuple("/expiresAt", "INVALID_VALUE"));
    assertThat(world.lightAppStore.of("eve")).isEmpty();
  }

  private static Input input(String key, Optional<Object> value, Map<String, Object> limits) {
    return new Input(key, Optional.empty(), Optional.empty(), value, limits);
  }

  @Test
  void limitsHoldForTheDefault() {
    LightApp.Form form =
        formOf(input("urls", Optional.of(List.of("a", "b")), Map.of("maxItems", 1)));

    assertThat(faults(() -> create(form)))
        .containsOnly(tuple("/inputs/0/default", "INVALID_VALUE"));
  }

  @Test
  void limitsDoNotLoosenTheVariable() {
    LightApp.Form form = formOf(input("urls", Optional.of(List.of()), Map.of("minItems", 0)));

    assertThat(faults(() -> create(form)))
        .containsOnly(tuple("/inputs/0/default", "INVALID_VALUE"));
  }

  private static LightApp.Form formOf(Input input) {
    LightApp.Form form = World.form();
    return new LightApp.Form(
        form.name(),
        form.description(),
        form.icon(),
        List.of(input),
        form.outputs(),
        form.people(),
        form.contacts(),
        form.may(),
        form.oneAtATime(),
        form.expiresAt());
  }

  @Test
  void answersAReservedIdThatIsThereAsItIs() {
    Optional<LightAppId> id = Optional.of(new LightAppId("l1"));
    LightAppView first = world.lightApps.create(world.ann, task, World.form("eve"), id);

    assertThat(world.lightApps.create(world.ann, task, World.form(), id)).isEqualTo(first);
  }

  @Test
  void anOldVersionIsRefused() {
    LightAppId app = create(World.form()).app().id();
    world.lightApps.replace(world.ann, app, 1, World.form("eve"));

    assertThat(refusal(() -> world.lightApps.replace(world.ann, app, 1, World.form())).code())
        .isEqualTo(ErrorCode.ETAG_CHANGED);
    assertThat(
            refusal(() -> world.lightApps.setPeople(world.ann, app, OptionalLong.of(1), List.of()))
                .code())
        .isEqualTo(ErrorCode.ETAG_CHANGED);
    assertThat(refusal(() -> world.lightApps.delete(world.ann, app, 1)).code())
        .isEqualTo(ErrorCode.ETAG_CHANGED);
  }

  @Test
  void whatHasExpiredCanStillBeChanged() {
    LightApp.Form form = expiringAt(world.clock.instant().plusSeconds(1));
    LightAppId app = create(form).app().id();
    world.clock.advance(java.time.Duration.ofHours(1));

    assertThat(world.lightApps.replace(world.ann, app, 1, form).app().version()).isEqualTo(2);
  }

  private static LightApp.Form expiringAt(Instant end) {
    LightApp.Form form = World.form();
    return new LightApp.Form(
        form.name(),
        form.description(),
        form.icon(),
        form.inputs(),
        form.outputs(),
        form.people(),
        form.contacts(),
        form.may(),
        form.oneAtATime(),
        Optional.of(end));
  }

  @Test
  void updateKeepsLinkAndPeople() {
    LightApp made = create(World.form("eve")).app();
    world.processes.replace(world.ann, process, 1, Samples.process(), Save.published(""));
    TaskId newer = world.succeeded(process);

    LightApp updated = world.lightApps.update(world.ann, made.id(), newer).app();

    assertThat(updated.link()).isEqualTo(made.link());
    assertThat(updated.form()).isEqualTo(made.form());
    assertThat(updated.frozen().task()).isEqualTo(newer);
    assertThat(updated.frozen().revision()).isEqualTo(2);
  }

  @Test
  void updateWantsATaskOfTheSameProcess() {
    LightAppId app = create(World.form()).app().id();
    TaskId other = world.succeeded(world.published());

    assertThat(faults(() -> world.lightApps.update(world.ann, app, other)))
        .containsExactly(tuple("/task", "OTHER_PROCESS"));
  }

  @Test
  void updateWantsAllThatTheFormAsksFor() {
    LightAppId app = create(World.form()).app().id();
    world.processes.replace(
        world.ann,
        process,
        1,
        Samples.process(
            List.of(),
            List.of(
                Samples.step(
                    "prefetch",
                    Samples.node("push", "push", Map.of("urls", List.of("http://a.test/")))))),
        Save.published(""));
    TaskId newer =
        Answers.await(
                world.tasks.create(world.ann, process, World.input(Map.of()), Optional.empty()))
            .task()
            .plan()
            .id();
    world.engine.put(
        world.engine.tasks().get(newer).plan(),
        org.standardops.model.task.TaskStatus.SUCCEEDED,
        Map.of());

    assertThat(faults(() -> world.lightApps.update(world.ann, app, newer)))
        .containsExactly(tuple("/task", "UNKNOWN_VARIABLE"));
  }

  @Test
  void isGoneAfterItWasDeleted() {
    LightAppId app = create(World.form("eve")).app().id();
    world.lightApps.delete(world.ann, app, 1);

    assertThat(refusal(() -> world.lightApps.get(eve, app)).code()).isEqualTo(ErrorCode.NOT_FOUND);
  }
}
