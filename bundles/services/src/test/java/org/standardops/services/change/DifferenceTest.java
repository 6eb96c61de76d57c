package org.standardops.services.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.model.process.Node;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Step;
import org.standardops.services.RevisionService.Change;
import org.standardops.services.fake.Samples;

class DifferenceTest {

  private static final Node A = node("a", 1);
  private static final Node B = node("b", 1);
  private static final Node C = node("c", 1);

  @Test
  void findsNothingBetweenEqualProcesses() {
    assertThat(Difference.between(Samples.process(), Samples.process())).isEmpty();
  }

  @Test
  void pointsAtTheValueThatChanged() {
    List<Change> changes =
        Difference.between(
            process(Samples.step("s", A, B)), process(Samples.step("s", A, node("b", 2))));

    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(changes.get(0).pointer()).isEqualTo("/steps/0/nodes/1/params/n");
    assertThat(changes.get(0).before()).contains(1);
    assertThat(changes.get(0).after()).contains(2);
  }

  @Test
  void aNodeInAnotherStepMoved() {
    assertThat(
            texts(
                process(Samples.step("s", A, B), Samples.step("t", C)),
                process(Samples.step("s", B), Samples.step("t", C, A))))
        .containsExactly("MOVED /steps/1/nodes/1 from /steps/0/nodes/0");
  }

  @Test
  void aNodeThatWasPushedAsideDidNotMove() {
    assertThat(texts(process(Samples.step("s", B, C)), process(Samples.step("s", A, B, C))))
        .containsExactly("ADDED /steps/0/nodes/0");
  }

  @Test
  void aNodeThatPassedOthersMoved() {
    assertThat(texts(process(Samples.step("s", A, B, C)), process(Samples.step("s", B, C, A))))
        .containsExactly("MOVED /steps/0/nodes/2 from /steps/0/nodes/0");
  }

  @Test
  void aStepThatGoesTellsOfItsNodes() {
    assertThat(
            texts(
                process(Samples.step("s", A), Samples.step("t", B)),
                process(Samples.step("t", B, A))))
        .containsExactly("REMOVED /steps/0", "MOVED /steps/0/nodes/1 from /steps/0/nodes/0");
  }

  @Test
  void namesFieldsAsClientsKnowThem() {
    ProcessDefinition before = Samples.process();
    ProcessDefinition after =
        before.withVariables(
            List.of(
                before.variables().get(0),
                Samples.variable(
                    "area",
                    before.variables().get(1).type(),
                    false,
                    false,
                    Optional.of("mainland"),
                    before.variables().get(1).schema())));

    assertThat(texts(before, after)).containsExactly("CHANGED /variables/1/default");
  }

  private static List<String> texts(ProcessDefinition before, ProcessDefinition after) {
    return Difference.between(before, after).stream()
        .map(
            change ->
                change.kind()
                    + " "
                    + change.pointer()
                    + (change.kind() == Change.Kind.MOVED
                        ? " from " + change.before().orElseThrow()
                        : ""))
        .toList();
  }

  private static ProcessDefinition process(Step... steps) {
    return Samples.process(List.of(), List.of(steps));
  }

  private static Node node(String id, int n) {
    return Samples.node(id, "push", Map.of("n", n));
  }
}
