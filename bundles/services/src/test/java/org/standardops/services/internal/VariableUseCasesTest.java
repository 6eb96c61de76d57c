package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProcessId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;
import org.standardops.services.ProcessView;
import org.standardops.services.VariableService.Parameter;
import org.standardops.services.fake.Samples;

class VariableUseCasesTest {

  private static final OptionalLong ANY = OptionalLong.empty();

  private final World world = new World();

  @Test
  void beginsADraftOfThePublishedProcess() {
    ProcessId id = world.publish(withoutVariables()).process().id();

    ProcessView draft = add(id, "push", "/urls");

    assertThat(draft.process().draft()).isTrue();
    assertThat(draft.process().definition().variables())
        .extracting(Variable::key)
        .containsExactly("urls");
    assertThat(draft.warnings()).isEmpty();
    assertThat(world.processes.get(world.ann, id, false).process().definition())
        .isEqualTo(withoutVariables());
  }

  @Test
  void goesOnWithTheDraftThatIsThere() {
    ProcessId id = world.publish(withoutVariables()).process().id();
    add(id, "push", "/urls");

    ProcessView draft = add(id, "compare", "/urls");
    ProcessView renamed = world.variables.rename(world.ann, id, ANY, "urls", "links");

    assertThat(draft.process().definition().variables())
        .extracting(Variable::key)
        .containsExactly("urls", "urls_2");
    assertThat(renamed.process().definition().nodes().map(node -> node.params().get("urls")))
        .containsExactly("${links}", "${urls_2}");
    assertThat(renamed.process().publishedRevision()).contains(1);
  }

  @Test
  void refusesAChangeOfAnotherStateThanTheOneThatWasSeen() {
    ProcessId id = world.published();

    assertThat(
            Refusals.refusal(
                    () ->
                        world.variables.rename(world.ann, id, OptionalLong.of(9), "urls", "links"))
                .code())
        .isEqualTo(ErrorCode.ETAG_CHANGED);
  }

  private ProcessView add(ProcessId id, String node, String pointer) {
    return world.variables.addAsVariable(
        world.ann, id, ANY, new Parameter(node, pointer, Optional.empty(), Optional.empty()));
  }

  private static ProcessDefinition withoutVariables() {
    List<String> urls = List.of("http://a.test/");
    return Samples.process(
        List.of(),
        List.of(
            Samples.step("prefetch", Samples.node("push", "push", Map.of("urls", urls))),
            Samples.step("verify", Samples.node("compare", "compare", Map.of("urls", urls)))));
  }
}
