package org.standardops.services.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.ForEach;
import org.standardops.model.process.Node;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.TaskPlan;
import org.standardops.services.TaskInput;
import org.standardops.services.check.AtomVersions;
import org.standardops.services.check.BusinessValues;
import org.standardops.services.fake.FakeAtoms;
import org.standardops.services.fake.Samples;
import org.standardops.services.port.StoredProcess;

class TaskPlannerTest {

  private static final BusinessValues NO_VALUES =
      new BusinessValues(new BusinessId("b1"), Map.of(), Set.of());

  private static final Map<String, Object> URLS = Map.of("urls", List.of("http://a.test/"));

  private final FakeAtoms atoms = Samples.atoms();
  private final TaskPlanner planner = new TaskPlanner(new AtomVersions(atoms));

  @Test
  void pinsTheHighestVersionOfTheSavedMajor() {
    atoms.install("push", "2.0.0", Map.of("type", "object"), Map.of());

    TaskPlan plan = plan(Samples.process(), Map.of("push", 1), input(URLS)).plan();

    assertThat(plan.nodes().map(TaskPlan.PlannedNode::atom))
        .containsExactly(new AtomRef("push", "1.1.0"), new AtomRef("compare", "1.0.0"));
  }

  @Test
  void keepsAVersionPinnedByHand() {
    Node pinned =
        Samples.node("x", "push", Optional.of("1.0.0"), false, Map.of("urls", "${urls}"), Map.of());

    TaskPlanner.Planned planned = plan(oneStep(pinned), input(URLS));

    assertThat(planned.faults()).isEmpty();
    assertThat(planned.plan().nodes().map(TaskPlan.PlannedNode::atom))
        .containsExactly(new AtomRef("push", "1.0.0"));
  }

  @Test
  void namesTheTaskByProcessAndTime() {
    assertThat(plan(Samples.process(), input(URLS)).plan().name())
        .isEqualTo("CDN Prefetch_20261123160000");
  }

  @Test
  void takesDefaultsAndWhatWasEntered() {
    assertThat(plan(Samples.process(), input(URLS)).plan().variables())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("urls", List.of("http://a.test/"), "area", "global"));
  }

  @Test
  void tellsEveryFaultOfVariablesAtOnce() {
    assertThat(faults(Samples.process(), input(Map.of("urls", List.of(7, "x"), "other", 1))))
        .containsExactlyInAnyOrder(
            tuple("/variables/urls/0", "WRONG_TYPE"),
            tuple("/variables/other", "UNKNOWN_VARIABLE"));
  }

  @Test
  void asksForRequiredVariables() {
    assertThat(faults(Samples.process(), input(Map.of())))
        .containsExactly(tuple("/variables/urls", "MISSING"));
  }

  @Test
  void takesANullForNoValue() {
    Map<String, Object> none = new HashMap<>();
    none.put("urls", null);

    assertThat(faults(Samples.process(), input(none)))
        .containsExactly(tuple("/variables/urls", "MISSING"));
  }

  @Test
  void pointsAtTheVariableWhoseValueTheAtomRefuses() {
    Map<String, Object> entered = new HashMap<>(URLS);
    entered.put("area", "mars");

    assertThat(faults(Samples.process(), input(entered)))
        .containsExactly(tuple("/variables/area", "INVALID_VALUE"));
  }

  @Test
  void leavesReferencesInEnteredValuesAsText() {
    Map<String, Object> entered = Map.of("urls", List.of("${area}", "${nope}", "${a b}"));

    TaskPlanner.Planned planned = plan(Samples.process(), input(entered));

    assertThat(planned.faults()).isEmpty();
    assertThat(planned.plan().variables()).containsAllEntriesOf(entered);
  }

  @Test
  void doesNotAskForVariablesThatOnlyExcludedNodesUse() {
    ProcessDefinition process =
        Samples.process(
            List.of(Samples.urls(), required("more")),
            List.of(
                Samples.step(
                    "one",
                    Samples.node("x", "push", Map.of("urls", "${urls}")),
                    Samples.node("y", "compare", Map.of("urls", "${urls}", "of", "${more}")))));

    assertThat(faults(process, input(URLS))).containsExactly(tuple("/variables/more", "MISSING"));
    assertThat(faults(process, selecting(List.of("x")))).isEmpty();
  }

  @Test
  void marksNodesThatAreNotSelected() {
    assertThat(
            plan(Samples.process(), selecting(List.of("push")))
                .plan()
                .nodes()
                .map(TaskPlan.PlannedNode::selected))
        .containsExactly(true, false);
  }

  @Test
  void refusesSelectionsThatCannotBe() {
    Node mandatory =
        Samples.node("x", "push", Optional.empty(), true, Map.of("urls", "${urls}"), Map.of());
    Node other = Samples.node("y", "push", Map.of("urls", "${urls}"));

    assertThat(faults(oneStep(mandatory, other), selecting(List.of("y", "y", "z"))))
        .containsExactly(
            tuple("/nodes/1", "DUPLICATE_ID"),
            tuple("/nodes/2", "UNKNOWN_NODE"),
            tuple("/nodes", "MANDATORY_NODE"));
  }

  @Test
  void refusesToExcludeANodeWhoseOutputIsNeeded() {
    Node giver =
        Samples.node(
            "giver",
            "push",
            Optional.empty(),
            false,
            Map.of("urls", "${urls}"),
            Map.of("taskIds", "ids"));
    Node user = Samples.node("user", "compare", Map.of("urls", "${urls}", "of", "${ids}"));

    assertThat(faults(oneStep(giver, user), selecting(List.of("user"))))
        .containsExactly(tuple("/nodes", "EXCLUDED_NODE_NEEDED"));
  }

  @Test
  void refusesANodeWhoseConditionOrListNeedsOneThatIsNotSelected() {
    Node giver =
        Samples.node(
            "giver",
            "push",
            Optional.empty(),
            false,
            Map.of("urls", "${urls}"),
            Map.of("taskIds", "ids"));
    Node user = Samples.node("user", "compare", Map.of("urls", "${urls}", "of", "${urls}"));
    ForEach each = new ForEach(List.of("${ids}"), "id", 1, ForEach.Tolerate.NONE);

    assertThat(
            faults(
                oneStep(giver, user.withWhen(Optional.of("node.giver.taskIds.size() > 0"))),
                selecting(List.of("user"))))
        .containsExactly(tuple("/nodes", "EXCLUDED_NODE_NEEDED"));
    assertThat(
            faults(oneStep(giver, user.withForEach(Optional.of(each))), selecting(List.of("user"))))
        .containsExactly(tuple("/nodes", "EXCLUDED_NODE_NEEDED"));
  }

  @Test
  void laysParametersOverTheProcessesOwn() {
    Map<String, Object> change = new HashMap<>();
    change.put("area", null);
    change.put("urls", List.of("http://b.test/"));

    TaskPlanner.Planned planned = plan(Samples.process(), withParams(Map.of("push", change)));

    assertThat(planned.faults()).isEmpty();
    assertThat(planned.plan().nodes().findFirst().orElseThrow().params())
        .isEqualTo(Map.of("urls", List.of("http://b.test/")));
  }

  @Test
  void pointsAtParametersThatDoNotFit() {
    assertThat(
            faults(
                Samples.process(),
                withParams(
                    Map.of(
                        "push", Map.of("area", "${nope}", "urls", List.of()),
                        "compare", Map.of("x", 1),
                        "none", Map.of()))))
        .containsExactlyInAnyOrder(
            tuple("/params/push/area", "UNKNOWN_VARIABLE"),
            tuple("/params/push/urls", "INVALID_VALUE"),
            tuple("/params/compare/x", "UNKNOWN_FIELD"),
            tuple("/params/none", "UNKNOWN_NODE"));
  }

  @Test
  void refusesASelectedNodeWhoseAtomIsGone() {
    atoms.uninstall("compare");

    assertThat(faults(Samples.process(), input(URLS)))
        .containsExactly(tuple("/nodes", "UNKNOWN_ATOM"));
    assertThat(faults(Samples.process(), selecting(List.of("push")))).isEmpty();
  }

  private List<Tuple> faults(ProcessDefinition process, TaskInput input) {
    return plan(process, input).faults().stream()
        .map(fault -> tuple(fault.pointer(), fault.code()))
        .toList();
  }

  private TaskPlanner.Planned plan(ProcessDefinition process, TaskInput input) {
    return plan(process, Map.of(), input);
  }

  private TaskPlanner.Planned plan(
      ProcessDefinition process, Map<String, Integer> majors, TaskInput input) {
    Instant now = Instant.parse("2026-11-23T16:00:00Z");
    StoredProcess stored =
        new StoredProcess(
            new ProcessId("p"),
            new BusinessId("b"),
            1,
            Optional.of(1),
            process,
            majors,
            false,
            "ann",
            now,
            "ann",
            now,
            1);
    return planner.plan(
        new TaskPlanner.Origin(
            new TaskId(1),
            stored,
            Map.of(),
            new TaskPlan.Origin(TaskPlan.Origin.Kind.API, Optional.empty()),
            "ann",
            now),
        input,
        NO_VALUES);
  }

  private static ProcessDefinition oneStep(Node... nodes) {
    return Samples.process(List.of(Samples.urls()), List.of(Samples.step("one", nodes)));
  }

  private static Variable required(String key) {
    return Samples.variable(
        key, Variable.Type.LIST, true, true, Optional.empty(), Map.of("type", "array"));
  }

  private static TaskInput input(Map<String, Object> variables) {
    return input(variables, Optional.empty(), Map.of());
  }

  private static TaskInput selecting(List<String> nodes) {
    return input(URLS, Optional.of(nodes), Map.of());
  }

  private static TaskInput withParams(Map<String, Map<String, Object>> params) {
    return input(URLS, Optional.empty(), params);
  }

  private static TaskInput input(
      Map<String, Object> variables,
      Optional<List<String>> nodes,
      Map<String, Map<String, Object>> params) {
    return new TaskInput(
        Optional.empty(),
        variables,
        nodes,
        params,
        Optional.empty(),
        false,
        new TaskPlan.Origin(TaskPlan.Origin.Kind.API, Optional.empty()));
  }
}
