package org.standardops.services.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.model.process.Node;
import org.standardops.model.process.Policy;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Step;
import org.standardops.services.fake.FakeAtoms;
import org.standardops.services.fake.Samples;

class ProcessAdviceTest {

  private final FakeAtoms atoms = Samples.atoms();

  @Test
  void hasNothingToSayOfAGoodProcess() {
    assertThat(warnings(Samples.process(), Map.of())).isEmpty();
  }

  @Test
  void namesVariablesThatNothingUses() {
    ProcessDefinition process =
        Samples.process().withNodes(node -> node.withParams(Map.of("urls", "${urls}")));

    assertThat(warnings(process, Map.of())).containsExactly("/variables/1 UNUSED_VARIABLE");
  }

  @Test
  void namesAFirstStepThatWaitsForAPerson() {
    Step by =
        new Step(
            "s",
            "s",
            Step.Mode.SERIAL,
            Step.Start.MANUAL,
            List.of(Samples.node("n", "push", Map.of("urls", List.of("a")))));

    assertThat(warnings(Samples.process(List.of(), List.of(by)), Map.of()))
        .containsExactly("/steps/0/start MANUAL_FIRST_STEP");
  }

  @Test
  void namesATimeoutThatIsLongerThanTheProcesss() {
    Node slow =
        new Node(
            "n",
            "n",
            "push",
            Optional.empty(),
            Samples.process().steps().get(0).nodes().get(0).timing(),
            false,
            Map.of(),
            new Policy(Policy.Retry.NONE, Optional.of(Duration.ofHours(2)), Policy.OnFailure.STOP),
            Map.of());
    ProcessDefinition sample = Samples.process();
    ProcessDefinition process =
        new ProcessDefinition(
            sample.name(),
            sample.type(),
            Optional.empty(),
            Optional.of(Duration.ofHours(1)),
            sample.onTimeout(),
            List.of(),
            List.of(Samples.step("s", slow)));

    assertThat(warnings(process, Map.of()))
        .containsExactly("/steps/0/nodes/0/policy/timeout LONGER_THAN_PROCESS");
  }

  @Test
  void namesANewerMajorOfAnAtomAndANewerVersionThanThePinnedOne() {
    atoms.install("push", "2.0.0", Map.of(), Map.of());
    ProcessDefinition pinned =
        Samples.process(
            List.of(),
            List.of(
                Samples.step(
                    "s",
                    Samples.node("n", "push", Optional.of("1.1.0"), false, Map.of(), Map.of()))));

    assertThat(warnings(Samples.process(), Map.of("push", 1, "compare", 1)))
        .containsExactly("/steps/0/nodes/0/atom NEWER_ATOM_VERSION");
    assertThat(warnings(pinned, Map.of()))
        .containsExactly("/steps/0/nodes/0/atomVersion NEWER_ATOM_VERSION");
    assertThat(warnings(Samples.process(), Map.of("push", 2, "compare", 1))).isEmpty();
  }

  private List<String> warnings(ProcessDefinition process, Map<String, Integer> majors) {
    return new ProcessAdvice(new AtomVersions(atoms))
        .of(process, majors).stream()
            .map(warning -> warning.pointer() + " " + warning.code())
            .toList();
  }
}
