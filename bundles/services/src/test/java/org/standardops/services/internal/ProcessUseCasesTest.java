package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.standardops.services.internal.Refusals.faults;
import static org.standardops.services.internal.Refusals.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.model.ErrorCode;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.process.Notify;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.ProcessDefinition.OnTimeout;
import org.standardops.model.process.ProcessType;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.Caller;
import org.standardops.services.ProcessView;
import org.standardops.services.ProcessView.ProcessAction;
import org.standardops.services.Save;
import org.standardops.services.Warning;
import org.standardops.services.fake.Samples;
import org.standardops.services.port.FollowerRight;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.ProcessUse;

class ProcessUseCasesTest {

  private static final Page.Request PAGE = new Page.Request(50, Optional.empty());

  private final World world = new World();

  @Test
  void publishesWhatIsSavedAndRemembersTheMajorsOfItsAtoms() {
    ProcessView view = world.publish(Samples.process());

    assertThat(view.process().publishedRevision()).contains(1);
    assertThat(view.process().majors()).isEqualTo(Map.of("push", 1, "compare", 1));
    assertThat(view.resolvedVersions()).isEqualTo(Map.of("push", "1.1.0", "compare", "1.0.0"));
    assertThat(view.warnings()).isEmpty();
  }

  @Test
  void storesNothingOfABadProcess() {
    ProcessDefinition bad =
        Samples.process(
            List.of(),
            List.of(
                Samples.step(
                    "a",
                    Samples.node("a", "nothing", Map.of()),
                    Samples.node("b", "push", Map.of("urls", "${urls}")))));

    assertThat(
            faults(
                () ->
                    world.processes.create(
                        world.ann, World.B1, bad, Save.published(""), Optional.empty())))
        .containsExactly(
            tuple("/steps/0/nodes/0/id", "DUPLICATE_ID"),
            tuple("/steps/0/nodes/0/atom", "UNKNOWN_ATOM"),
            tuple("/steps/0/nodes/1/params/urls", "UNKNOWN_VARIABLE"));
    assertThat(list(world.ann)).isEmpty();
  }

  @Test
  void keepsADraftWithItsFaultsAsWarnings() {
    ProcessDefinition unfinished =
        Samples.process(
            List.of(), List.of(Samples.step("a", Samples.node("b", "nothing", Map.of()))));

    ProcessView view =
        world.processes.create(world.ann, World.B1, unfinished, Save.asDraft(""), Optional.empty());

    assertThat(view.warnings()).extracting(Warning::code).containsExactly("UNKNOWN_ATOM");
    assertThat(view.process().publishedRevision()).isEmpty();
    assertThat(view.allowed()).containsExactly(ProcessAction.EDIT, ProcessAction.DELETE);
  }

  @Test
  void refusesDoubleIdsEvenInADraft() {
    ProcessDefinition bad =
        Samples.process(List.of(), List.of(Samples.step("a"), Samples.step("a")));

    assertThat(
            faults(
                () ->
                    world.processes.create(
                        world.ann, World.B1, bad, Save.asDraft(""), Optional.empty())))
        .containsExactly(tuple("/steps/1/id", "DUPLICATE_ID"));
  }

  @Test
  void refusesParametersThatAreTooLarge() {
    ProcessDefinition bad =
        Samples.process(
            List.of(),
            List.of(
                Samples.step(
                    "a",
                    Samples.node("b", "push", Map.of("urls", List.of("x".repeat(1024 * 1024)))))));

    assertThat(
            faults(
                () ->
                    world.processes.create(
                        world.ann, World.B1, bad, Save.asDraft(""), Optional.empty())))
        .containsExactly(tuple("/steps/0/nodes/0/params", "TOO_LONG"));
  }

  @Test
  void warnsOfNothingWhereEverythingHasItsEffect() {
    ProcessDefinition sample = Samples.process();
    ProcessDefinition process =
        new ProcessDefinition(
            sample.name(),
            sample.type(),
            Optional.of(
                new Notify(
                    List.of(Notify.On.SUCCESS),
                    List.of(Notify.Channel.EMAIL),
                    List.of("ann"),
                    List.of(),
                    true)),
            Optional.of(Duration.ofHours(1)),
            OnTimeout.NOTIFY,
            sample.variables(),
            sample.steps());

    assertThat(world.publish(process).warnings()).isEmpty();
  }

  @Test
  void answersAReservedIdThatIsThereAsItIs() {
    Optional<ProcessId> id = Optional.of(new ProcessId("reserved"));
    world.processes.create(world.ann, World.B1, Samples.process(), Save.published(""), id);

    ProcessView again =
        world.processes.create(world.ann, World.B1, Samples.process(), Save.published(""), id);

    assertThat(again.process().revision()).isEqualTo(1);
    assertThat(list(world.ann)).hasSize(1);
  }

  @Test
  void makesARevisionOfEachPublishingSave() {
    ProcessId id = world.published();

    ProcessView second =
        world.processes.replace(world.ann, id, 1, Samples.process(), Save.published(""));
    ProcessView draft =
        world.processes.replace(world.ann, id, 2, Samples.process(), Save.asDraft(""));

    assertThat(second.process().publishedRevision()).contains(2);
    assertThat(draft.process().publishedRevision()).contains(2);
    assertThat(world.processes.get(world.ann, id, true).process().draft()).isTrue();
    assertThat(world.processes.get(world.ann, id, false).process().draft()).isFalse();
  }

  @Test
  void refusesAChangeOfAnOlderState() {
    ProcessId id = world.published();
    world.processes.replace(world.ann, id, 1, Samples.process(), Save.published(""));

    assertThat(
            refusal(
                    () ->
                        world.processes.replace(
                            world.ann, id, 1, Samples.process(), Save.published("")))
                .code())
        .isEqualTo(ErrorCode.ETAG_CHANGED);
    assertThat(refusal(() -> world.processes.delete(world.ann, id, 1)).code())
        .isEqualTo(ErrorCode.ETAG_CHANGED);
  }

  @Test
  void keepsAProcessThatHasTasks() {
    ProcessId id = world.published();
    world.summaries.addTaskOf(id);

    ProductException refused = refusal(() -> world.processes.delete(world.ann, id, 1));

    assertThat(refused.code()).isEqualTo(ErrorCode.IN_USE);
    assertThat(refused).hasMessageContaining("task 'Tuesday' (1, RUNNING)");
    assertThat(world.processes.usedBy(world.ann, id))
        .containsExactly(new ProcessUse(ProcessUse.Kind.TASK, "1", "Tuesday", "RUNNING"));
  }

  @Test
  void keepsAProcessWhoseTasksHaveEndedForTheirRecords() {
    ProcessId id = world.published();
    world.summaries.addTaskOf(id, TaskStatus.SUCCEEDED);

    assertThat(world.processes.usedBy(world.ann, id)).isEmpty();
    assertThat(refusal(() -> world.processes.delete(world.ann, id, 1)))
        .hasMessageContaining("ended tasks")
        .hasMessageContaining("'Tuesday'");
  }

  @Test
  void copiesWhatIsPublished() {
    ProcessId id = world.published();

    ProcessView copy =
        world.processes.copy(world.ann, id, Optional.empty(), Optional.of(new ProcessId("new")));

    assertThat(copy.process().id().value()).isEqualTo("new");
    assertThat(copy.process().publishedRevision()).contains(1);
    assertThat(copy.process().definition())
        .isEqualTo(Samples.process().withName("CDN Prefetch (copy)"));
  }

  @Test
  void copiesAsADraftWhatHasFaultsByNow() {
    ProcessId id = world.published();
    world.atoms.uninstall("compare");

    ProcessView copy = world.processes.copy(world.ann, id, Optional.of("Mine"), Optional.empty());

    assertThat(copy.process().draft()).isTrue();
    assertThat(copy.warnings()).extracting(Warning::code).contains("UNKNOWN_ATOM");
  }

  @Test
  void refusesACommentThatIsTooLong() {
    ProcessId id = world.published();

    assertThat(
            faults(
                () ->
                    world.processes.replace(
                        world.ann, id, 1, Samples.process(), Save.published("x".repeat(1_001)))))
        .containsExactly(tuple("/comment", "TOO_LONG"));
  }

  @Test
  void listsForAFollowerOnlyWhatItMaySee() {
    ProcessId seen = world.published();
    world.published();
    Caller follower = world.follower("eve", seen, FollowerRight.VIEW);

    assertThat(list(follower)).extracting(ProcessStore.Summary::id).containsExactly(seen);
    assertThat(list(world.ann)).hasSize(2);
  }

  @Test
  void checksAStoredProcessAgainstWhatIsInstalledNow() {
    ProcessId id = world.published();
    world.atoms.uninstall("compare");

    assertThat(world.processes.validate(world.ann, id).errors())
        .extracting(fault -> fault.pointer())
        .containsExactly("/steps/1/nodes/0/atom");
    assertThat(world.processes.validate(world.ann, id).isValid()).isFalse();
  }

  private List<ProcessStore.Summary> list(Caller caller) {
    return world
        .processes
        .list(caller, World.B1, Optional.<ProcessType>empty(), Optional.empty(), PAGE)
        .items();
  }
}
