package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.engine.core.ParameterValues;
import org.standardops.engine.core.TaskState;
import org.standardops.model.Fault;
import org.standardops.model.ProcessId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;
import org.standardops.services.Preview;
import org.standardops.services.Preview.NodePreview;
import org.standardops.services.PreviewInput;
import org.standardops.services.fake.Samples;

class PreviewUseCasesTest {

  private static final Map<String, Object> URLS = Map.of("urls", List.of("http://${x}/"));

  private final World world = new World();

  @Test
  void showsWhatEachAtomWillGetInOrder() {
    ProcessId process = world.published();
    Map<String, Map<String, Object>> params = Map.of("push", Map.of("area", "mainland"));

    Preview preview =
        world.previews.of(
            world.ann, process, false, new PreviewInput(URLS, Optional.empty(), params));

    assertThat(preview.errors()).isEmpty();
    assertThat(preview.nodes())
        .extracting(NodePreview::step, NodePreview::node, node -> node.version().orElse(""))
        .containsExactly(tuple("prefetch", "push", "1.1.0"), tuple("verify", "compare", "1.0.0"));
    assertThat(preview.nodes().get(0).params())
        .isEqualTo(Map.of("urls", List.of("http://${x}/"), "area", "mainland"));
  }

  @Test
  void isWhatTheEngineMakesOfTheSameInput() {
    ProcessId process =
        world
            .publish(
                process(
                    Map.of("urls", List.of("${urls}", "x-${area}-${task.process}", "$${area}"))))
            .process()
            .id();
    TaskState task =
        Answers.await(world.tasks.create(world.ann, process, World.input(URLS), Optional.empty()))
            .task();

    Preview preview =
        world.previews.of(
            world.ann, process, false, new PreviewInput(URLS, Optional.empty(), Map.of()));

    assertThat(preview.nodes()).hasSize(2);
    for (NodePreview node : preview.nodes()) {
      assertThat(node.params())
          .isEqualTo(ParameterValues.of(task, task.nodes().get(node.node())).value());
    }
    assertThat(preview.nodes().get(0).params())
        .isEqualTo(Map.of("urls", List.of("http://${x}/", "x-global-CDN Prefetch", "${area}")));
  }

  @Test
  void leavesOpenWhatIsKnownOnlyLater() {
    ProcessDefinition process =
        Samples.process(
            List.of(Samples.urls()),
            List.of(
                Samples.step(
                    "a",
                    Samples.node(
                        "push",
                        "push",
                        Optional.empty(),
                        false,
                        Map.of("urls", "${urls}"),
                        Map.of("taskIds", "pushed"))),
                Samples.step(
                    "b",
                    Samples.node(
                        "compare",
                        "compare",
                        Map.of(
                            "urls",
                            List.of("${task.id}", "of ${node.push.taskIds}"),
                            "of",
                            "${pushed}")))));

    Preview preview =
        world.previews.of(
            world.ann, World.B1, process, new PreviewInput(URLS, Optional.empty(), Map.of()));

    NodePreview compare = preview.nodes().get(1);
    assertThat(preview.errors()).isEmpty();
    assertThat(compare.params())
        .isEqualTo(
            Map.of("urls", List.of("${task.id}", "of ${node.push.taskIds}"), "of", "${pushed}"));
    assertThat(compare.open())
        .extracting(Preview.Open::pointer, Preview.Open::reference)
        .containsExactlyInAnyOrder(
            tuple("/urls/0", "${task.id}"),
            tuple("/urls/1", "${node.push.taskIds}"),
            tuple("/of", "${pushed}"));
  }

  @Test
  void tellsEveryFaultAndShowsTheRest() {
    Preview preview =
        world.previews.of(
            world.ann,
            World.B1,
            process(Map.of("urls", "${urls}", "area", "${nowhere}")),
            new PreviewInput(Map.of("other", 1), Optional.empty(), Map.of()));

    assertThat(preview.errors())
        .extracting(Fault::pointer, Fault::code)
        .contains(
            tuple("/steps/0/nodes/0/params/area", "UNKNOWN_VARIABLE"),
            tuple("/preview/variables/urls", "MISSING"),
            tuple("/preview/variables/other", "UNKNOWN_VARIABLE"));
    assertThat(preview.nodes().get(0).params())
        .isEqualTo(Map.of("urls", "${urls}", "area", "${nowhere}"));
  }

  @Test
  void showsNothingOfAProcessWithoutShape() {
    ProcessDefinition twice =
        Samples.process(List.of(), List.of(Samples.step("a"), Samples.step("a")));

    Preview preview = world.previews.of(world.ann, World.B1, twice, World.preview());

    assertThat(preview.errors()).extracting(Fault::code).contains("DUPLICATE_ID");
    assertThat(preview.nodes()).isEmpty();
  }

  @Test
  void showsOnlySelectedNodes() {
    Preview preview =
        world.previews.of(
            world.ann,
            world.published(),
            false,
            new PreviewInput(URLS, Optional.of(List.of("compare")), Map.of()));

    assertThat(preview.nodes()).extracting(NodePreview::node).containsExactly("compare");
  }

  @Test
  void hidesTheValuesOfSecrets() {
    Variable secret =
        Samples.variable(
            "area", Variable.Type.SECRET, false, true, Optional.of("global"), Map.of());
    ProcessDefinition process =
        process(Map.of("urls", "${urls}", "area", "${area}"))
            .withVariables(List.of(Samples.urls(), secret));

    Preview preview =
        world.previews.of(
            world.ann, World.B1, process, new PreviewInput(URLS, Optional.empty(), Map.of()));

    assertThat(preview.nodes().get(0).params().get("area")).isEqualTo(Map.of("secret", true));
  }

  private static ProcessDefinition process(Map<String, Object> params) {
    return Samples.process(
        List.of(Samples.urls(), Samples.area()),
        List.of(
            Samples.step("prefetch", Samples.node("push", "push", params)),
            Samples.step("verify", Samples.node("compare", "compare", Map.of("urls", "${urls}")))));
  }
}
