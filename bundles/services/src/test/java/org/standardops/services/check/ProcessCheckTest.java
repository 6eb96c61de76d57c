package org.standardops.services.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.standardops.model.BusinessId;
import org.standardops.model.process.ForEach;
import org.standardops.model.process.Node;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Step;
import org.standardops.model.process.Variable;
import org.standardops.services.fake.FakeAtoms;
import org.standardops.services.fake.Samples;

class ProcessCheckTest {

  private static final BusinessValues NO_VALUES =
      new BusinessValues(new BusinessId("b1"), Map.of(), Set.of());

  private final FakeAtoms atoms = Samples.atoms();
  private final ProcessCheck check = new ProcessCheck(new AtomVersions(atoms));

  @Test
  void findsNothingWrongWithTheSample() {
    assertThat(faults(Samples.process())).isEmpty();
  }

  @Test
  void tellsEveryFaultAtOnce() {
    Variable noSchema =
        Samples.variable(
            "a", Variable.Type.TEXT, false, true, Optional.empty(), Map.of("type", "strin"));
    Variable badDefault =
        Samples.variable(
            "b", Variable.Type.NUMBER, false, true, Optional.of("x"), Map.of("type", "number"));

    assertThat(
            faults(
                Samples.process(
                    List.of(noSchema, badDefault),
                    List.of(
                        Samples.step(
                            "one",
                            Samples.node("x", "nothing", Map.of()),
                            Samples.node(
                                "y", "push", Map.of("urls", "${nope}", "area", "mars", "z", 1)))))))
        .containsExactlyInAnyOrder(
            tuple("/variables/0/schema", "INVALID_SCHEMA"),
            tuple("/variables/1/default", "WRONG_TYPE"),
            tuple("/steps/0/nodes/0/atom", "UNKNOWN_ATOM"),
            tuple("/steps/0/nodes/1/params/urls", "UNKNOWN_VARIABLE"),
            tuple("/steps/0/nodes/1/params/area", "INVALID_VALUE"),
            tuple("/steps/0/nodes/1/params/z", "UNKNOWN_FIELD"));
  }

  @Test
  void findsAMissingParameter() {
    assertThat(faults(step(Samples.node("x", "push", Map.of()))))
        .containsExactly(tuple("/steps/0/nodes/0/params/urls", "MISSING"));
  }

  @Test
  void findsAVersionThatIsNotInstalled() {
    Node pinned =
        Samples.node(
            "x",
            "push",
            Optional.of("9.9.9"),
            false,
            Map.of("urls", List.of("http://a.test/")),
            Map.of());

    assertThat(faults(step(pinned)))
        .containsExactly(tuple("/steps/0/nodes/0/atomVersion", "UNKNOWN_ATOM_VERSION"));
  }

  @Test
  void findsAPinnedVersionThatIsRetired() {
    atoms.retire("push", "1.0.0");
    Node pinned =
        Samples.node(
            "x",
            "push",
            Optional.of("1.0.0"),
            false,
            Map.of("urls", List.of("http://a.test/")),
            Map.of());

    assertThat(faults(step(pinned)))
        .containsExactly(tuple("/steps/0/nodes/0/atomVersion", "UNKNOWN_ATOM_VERSION"));
  }

  @Test
  void findsAMajorVersionThatIsGone() {
    assertThat(
            check.check(Samples.process(), Map.of("push", 7), NO_VALUES).stream()
                .map(fault -> tuple(fault.pointer(), fault.code())))
        .containsExactly(tuple("/steps/0/nodes/0/atom", "UNKNOWN_ATOM_VERSION"));
  }

  @Test
  void findsReferencesThatAreNone() {
    assertThat(faults(step(Samples.node("x", "push", Map.of("urls", "${a b}")))))
        .containsExactly(tuple("/steps/0/nodes/0/params/urls", "BROKEN_REFERENCE"));
  }

  @Test
  void holdsConditionsAgainstVariablesAndTheirTypes() {
    Node giver = giver().withWhen(Optional.of("urls.size() > 0"));
    Node typo = user("${urls}").withWhen(Optional.of("ulrs.size() > 0"));
    Node wrongType = user2("${urls}").withWhen(Optional.of("urls > 3"));
    Step step =
        Samples.step("one", giver, typo, wrongType)
            .withWhen(Optional.of("node.giver.taskIds.size() == 0"));

    assertThat(faults(Samples.process(List.of(Samples.urls()), List.of(step))))
        .containsExactlyInAnyOrder(
            tuple("/steps/0/when", "UNKNOWN_VARIABLE"),
            tuple("/steps/0/nodes/1/when", "UNKNOWN_VARIABLE"),
            tuple("/steps/0/nodes/2/when", "WRONG_TYPE"));
  }

  @Test
  void knowsAnElementWithinItsNodeOnly() {
    ForEach each = new ForEach(List.of("${urls}"), "url", 1, ForEach.Tolerate.NONE);
    ForEach ofNothing = new ForEach(List.of("${nope}"), "url", 1, ForEach.Tolerate.NONE);

    assertThat(
            faults(
                serial(
                    giver(),
                    user("${url} ${url_index}").withForEach(Optional.of(each)),
                    user2("${url}"))))
        .containsExactly(tuple("/steps/0/nodes/2/params/of", "UNKNOWN_VARIABLE"));
    assertThat(faults(serial(giver().withForEach(Optional.of(ofNothing)))))
        .containsExactly(tuple("/steps/0/nodes/0/forEach/items/0", "UNKNOWN_VARIABLE"));
  }

  @Test
  void letsANodeUseOutputsOfEarlierNodesOfASerialStep() {
    assertThat(faults(serial(giver(), user("${node.giver.taskIds}"), user2("${ids}")))).isEmpty();
  }

  @Test
  void keepsNodesOfAParallelStepFromUsingEachOther() {
    Step step = Samples.parallel("one", giver(), user("${node.giver.taskIds}"), user2("${ids}"));

    assertThat(faults(Samples.process(List.of(Samples.urls()), List.of(step))))
        .containsExactly(
            tuple("/steps/0/nodes/1/params/of", "UNKNOWN_VARIABLE"),
            tuple("/steps/0/nodes/2/params/of", "UNKNOWN_VARIABLE"));
  }

  @Test
  void keepsANodeFromUsingWhatComesLater() {
    assertThat(faults(serial(user("${ids}"), giver())))
        .containsExactly(tuple("/steps/0/nodes/0/params/of", "UNKNOWN_VARIABLE"));
  }

  @Test
  void findsOutputsThatTheAtomDoesNotGive() {
    Node wrong =
        Samples.node(
            "giver",
            "push",
            Optional.empty(),
            false,
            Map.of("urls", "${urls}"),
            Map.of("none", "ids"));

    assertThat(faults(serial(wrong, user("${node.giver.other}"))))
        .containsExactly(
            tuple("/steps/0/nodes/0/outputs/none", "UNKNOWN_OUTPUT"),
            tuple("/steps/0/nodes/1/params/of", "UNKNOWN_VARIABLE"));
  }

  @Test
  void knowsTheFieldsOfTheTaskAndNoBusinessConfiguration() {
    assertThat(
            faults(
                step(
                    Samples.node(
                        "x",
                        "push",
                        Map.of("urls", List.of("${task.id}", "${task.x}", "${business.y}"))))))
        .containsExactly(
            tuple("/steps/0/nodes/0/params/urls/1", "UNKNOWN_VARIABLE"),
            tuple("/steps/0/nodes/0/params/urls/2", "UNKNOWN_VARIABLE"));
  }

  @Test
  void wantsStepsAndNodes() {
    assertThat(faults(Samples.process(List.of(), List.of())))
        .containsExactly(tuple("/steps", "MISSING"));
    assertThat(faults(Samples.process(List.of(), List.of(Samples.step("empty")))))
        .containsExactly(tuple("/steps/0/nodes", "MISSING"));
  }

  private List<Tuple> faults(ProcessDefinition process) {
    return check.check(process, Map.of(), NO_VALUES).stream()
        .map(fault -> tuple(fault.pointer(), fault.code()))
        .toList();
  }

  private static ProcessDefinition step(Node node) {
    return Samples.process(List.of(), List.of(Samples.step("one", node)));
  }

  private static ProcessDefinition serial(Node... nodes) {
    return Samples.process(List.of(Samples.urls()), List.of(Samples.step("one", nodes)));
  }

  private static Node giver() {
    return Samples.node(
        "giver",
        "push",
        Optional.empty(),
        false,
        Map.of("urls", "${urls}"),
        Map.of("taskIds", "ids"));
  }

  private static Node user(String reference) {
    return Samples.node("user", "compare", Map.of("urls", "${urls}", "of", reference));
  }

  private static Node user2(String reference) {
    return Samples.node("user2", "compare", Map.of("urls", "${urls}", "of", reference));
  }
}
