package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.standardops.services.internal.Refusals.faults;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.engine.core.Command;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.Variable;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.Caller;
import org.standardops.services.TaskInput;
import org.standardops.services.TaskService.Revision;
import org.standardops.services.TaskService.Stage;
import org.standardops.services.TaskView;
import org.standardops.services.Warning;
import org.standardops.services.fake.Samples;
import org.standardops.services.port.FollowerRight;

class TaskCopyTest {

  private final World world = new World();
  private final ProcessId process = world.published();

  private TaskId made(Caller caller, List<String> nodes, Map<String, Map<String, Object>> params) {
    TaskInput input =
        new TaskInput(
            Optional.of("First"),
            Map.of("urls", List.of("http://a.test/")),
            Optional.of(nodes),
            params,
            Optional.empty(),
            false,
            World.API);
    return Answers.await(world.tasks.create(caller, process, input, Optional.empty()))
        .task()
        .plan()
        .id();
  }

  private TaskView copy(Caller caller, TaskId task, Revision revision) {
    return Answers.await(world.tasks.copy(caller, task, revision, World.API, Optional.empty()));
  }

  private void publishAgain(List<Variable> variables, org.standardops.model.process.Step... steps) {
    world.processes.replace(
        world.ann,
        process,
        1,
        Samples.process(variables, List.of(steps)),
        org.standardops.services.Save.published(""));
  }

  @Test
  void copiesSelectionValuesAndParameters() {
    TaskId first = made(world.ann, List.of("push"), Map.of("push", Map.of("area", "mainland")));

    TaskView copy = copy(world.ann, first, Revision.SAME);

    TaskPlan plan = copy.task().plan();
    assertThat(copy.task().status()).isEqualTo(TaskStatus.CREATED);
    assertThat(plan.id()).isNotEqualTo(first);
    assertThat(plan.name()).startsWith("CDN Prefetch_");
    assertThat(plan.variables()).containsEntry("urls", List.of("http://a.test/"));
    assertThat(plan.nodes().filter(TaskPlan.PlannedNode::selected))
        .extracting(TaskPlan.PlannedNode::id)
        .containsExactly("push");
    assertThat(plan.nodes().findFirst().orElseThrow().params())
        .containsEntry("area", "mainland")
        .containsEntry("urls", "${urls}");
    assertThat(copy.warnings()).isEmpty();
  }

  @Test
  void leavesOutWhatTheLatestRevisionHasNoPlaceFor() {
    TaskId first =
        made(world.ann, List.of("push", "compare"), Map.of("compare", Map.of("of", List.of())));
    publishAgain(
        List.of(
            Samples.variable(
                "urls",
                Variable.Type.TEXT,
                true,
                true,
                Optional.empty(),
                Map.of("type", "string"))),
        Samples.step("prefetch", Samples.node("push", "push", Map.of("urls", List.of("${urls}")))));

    TaskView copy = copy(world.ann, first, Revision.LATEST);

    assertThat(copy.task().plan().revision()).isEqualTo(2);
    assertThat(copy.warnings())
        .extracting(Warning::pointer, Warning::code)
        .contains(
            tuple("/params/compare", "UNKNOWN_NODE"),
            tuple("/variables/area", "UNKNOWN_VARIABLE"),
            tuple("/variables/urls", "WRONG_TYPE"),
            tuple("/variables/urls", "MISSING"));
    assertThat(copy(world.ann, first, Revision.SAME).warnings()).isEmpty();
  }

  @Test
  void doesNotStartACopyThatLacksSomething() {
    TaskId first = made(world.ann, List.of("push", "compare"), Map.of());
    publishAgain(
        List.of(
            Samples.urls(),
            Samples.variable(
                "ticket",
                Variable.Type.TEXT,
                true,
                true,
                Optional.empty(),
                Map.of("type", "string"))),
        Samples.step("prefetch", Samples.node("push", "push", Map.of("urls", "${urls}"))));
    TaskId copy = copy(world.ann, first, Revision.LATEST).task().plan().id();

    assertThat(faults(() -> world.tasks.command(world.ann, copy, new Command.Start())))
        .containsExactly(tuple("/variables/ticket", "MISSING"));
    assertThat(world.engine.commands()).isEmpty();
  }

  @Test
  void letsNobodyBringAlongWhatTheyMayNotChange() {
    TaskId first =
        made(world.ann, List.of("push", "compare"), Map.of("push", Map.of("area", "mainland")));
    Caller follower = world.follower("eve", process, FollowerRight.CREATE_TASK);

    TaskView copy = copy(follower, first, Revision.SAME);

    assertThat(copy.task().plan().nodes().findFirst().orElseThrow().params())
        .containsEntry("area", "${area}");
    assertThat(copy.warnings())
        .extracting(Warning::pointer, Warning::code)
        .containsExactly(tuple("/params/push/area", "FORBIDDEN"));
  }

  @Test
  void looksOnlyAtWhatWasSentSoFar() {
    TaskInput bad =
        new TaskInput(
            Optional.empty(),
            Map.of(),
            Optional.of(List.of("nope")),
            Map.of("push", Map.of("area", 7)),
            Optional.empty(),
            false,
            World.API);

    assertThat(codes(bad, Stage.SELECTION)).containsExactly("UNKNOWN_NODE");
    assertThat(codes(bad, Stage.PARAMETERS))
        .containsExactlyInAnyOrder("UNKNOWN_NODE", "NOT_SELECTED");
    assertThat(codes(World.input(Map.of()), Stage.WHOLE)).containsExactly("MISSING");
  }

  private List<String> codes(TaskInput input, Stage stage) {
    return world.tasks.validate(world.ann, process, input, stage).errors().stream()
        .map(fault -> fault.code())
        .toList();
  }
}
