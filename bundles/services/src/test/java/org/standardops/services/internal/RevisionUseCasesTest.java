package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.standardops.services.internal.Refusals.faults;
import static org.standardops.services.internal.Refusals.refusal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.standardops.model.ErrorCode;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.services.ProcessView;
import org.standardops.services.RevisionService.Revised;
import org.standardops.services.Save;
import org.standardops.services.fake.Samples;
import org.standardops.services.port.ProcessStore.Revision;

class RevisionUseCasesTest {

  private static final OptionalLong ANY = OptionalLong.empty();

  private final World world = new World();

  @Test
  void publishesTheDraftWithItsComment() {
    ProcessId id = world.published();
    draft(id, Samples.process().withName("Second"));

    ProcessView published = world.revisions.publish(world.ann, id, ANY, Optional.empty());

    assertThat(published.process().publishedRevision()).contains(2);
    assertThat(published.process().definition().name()).isEqualTo("Second");
    assertThat(world.processStore.findDraft(id)).isEmpty();
    assertThat(revisions(id))
        .extracting(Revision::number, Revision::savedBy, Revision::comment)
        .containsExactly(tuple(2, "ann", "in work"), tuple(1, "ann", ""));
  }

  @Test
  void refusesToPublishADraftWithFaultsAndKeepsIt() {
    ProcessId id = world.published();
    draft(
        id,
        Samples.process(
            List.of(), List.of(Samples.step("a", Samples.node("n", "nothing", Map.of())))));

    assertThat(faults(() -> world.revisions.publish(world.ann, id, ANY, Optional.empty())))
        .containsExactly(tuple("/steps/0/nodes/0/atom", "UNKNOWN_ATOM"));
    assertThat(world.processStore.findDraft(id)).isPresent();
    assertThat(revisions(id)).hasSize(1);
  }

  @Test
  void refusesToPublishWithoutADraft() {
    ProcessId id = world.published();

    assertThat(refusal(() -> world.revisions.publish(world.ann, id, ANY, Optional.empty())).code())
        .isEqualTo(ErrorCode.STATE_FORBIDS);
  }

  @Test
  void refusesToPublishAnotherDraftThanTheOneThatWasSeen() {
    ProcessId id = world.drafted();

    assertThat(
            refusal(
                    () ->
                        world.revisions.publish(
                            world.ann, id, OptionalLong.of(7), Optional.empty()))
                .code())
        .isEqualTo(ErrorCode.ETAG_CHANGED);
  }

  @Test
  void restoresAnEarlierRevisionAsANewOne() {
    ProcessId id = world.published();
    world.processes.replace(
        world.ann, id, 1, Samples.process().withName("Second"), Save.published("renamed"));

    ProcessView restored = world.revisions.restore(world.ann, id, 1, ANY, Optional.empty());

    assertThat(restored.process().publishedRevision()).contains(3);
    assertThat(restored.process().definition()).isEqualTo(Samples.process());
    assertThat(revisions(id))
        .extracting(Revision::comment)
        .containsExactly("Restored from revision 1.", "renamed", "");
    assertThat(world.revisions.difference(world.ann, id, 1, 3)).isEmpty();
    assertThat(world.revisions.difference(world.ann, id, 1, 2)).hasSize(1);
  }

  @Test
  void refusesToRestoreWhatHasFaultsByNow() {
    ProcessId id = world.published();
    world.atoms.uninstall("compare");

    assertThat(faults(() -> world.revisions.restore(world.ann, id, 1, ANY, Optional.empty())))
        .containsExactly(tuple("/steps/1/nodes/0/atom", "UNKNOWN_ATOM"));
  }

  @Test
  void showsAProcessAsARevisionHadIt() {
    ProcessId id = world.published();
    world.processes.replace(
        world.ann, id, 1, Samples.process().withName("Second"), Save.published("renamed"));

    Revised first = world.revisions.get(world.ann, id, 1);

    assertThat(first.process().process().definition().name()).isEqualTo("CDN Prefetch");
    assertThat(first.revision().number()).isEqualTo(1);
    assertThat(refusal(() -> world.revisions.get(world.ann, id, 3)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(refusal(() -> world.revisions.difference(world.ann, id, 1, 3)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  private void draft(ProcessId id, ProcessDefinition definition) {
    world.processes.replace(world.ann, id, 1, definition, Save.asDraft("in work"));
  }

  private List<Revision> revisions(ProcessId id) {
    return world.revisions.list(world.ann, id, new Page.Request(50, Optional.empty())).items();
  }
}
