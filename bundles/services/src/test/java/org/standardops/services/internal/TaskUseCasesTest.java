package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.standardops.services.internal.Refusals.faults;
import static org.standardops.services.internal.Refusals.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.Command;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.process.Variable;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskPlan.StartAt;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.Caller;
import org.standardops.services.Save;
import org.standardops.services.TaskInput;
import org.standardops.services.TaskService;
import org.standardops.services.TaskView;
import org.standardops.services.Warning;
import org.standardops.services.fake.Samples;
import org.standardops.services.port.FollowerRight;
import org.standardops.services.port.TaskSummaries;

class TaskUseCasesTest {

  private final World world = new World();
  private final ProcessId process = world.published();

  @Test
  void createsATaskUnderTheReservedId() {
    TaskId id = new TaskId(77);

    TaskView view =
        Answers.await(world.tasks.create(world.ann, process, World.input(), Optional.of(id)));

    assertThat(view.task().plan().id()).isEqualTo(id);
    assertThat(view.task().plan().createdBy()).isEqualTo("ann");
    assertThat(view.allowed()).contains(Action.START, Action.EDIT, Action.TERMINATE);
  }

  @Test
  void createsNothingOfBadValues() {
    assertThat(faults(() -> create(world.ann, World.input(Map.of("urls", "x")))))
        .containsExactly(tuple("/variables/urls", "WRONG_TYPE"));
    assertThat(world.engine.tasks()).isEmpty();
  }

  @Test
  void answersAReservedIdThatIsThereAsItIs() {
    Optional<TaskId> id = Optional.of(new TaskId(77));
    Answers.await(world.tasks.create(world.ann, process, World.input(), id));
    world.atoms.uninstall("push");

    TaskView again = Answers.await(world.tasks.create(world.ann, process, World.input(), id));

    assertThat(again.task()).isEqualTo(world.engine.tasks().get(new TaskId(77)));
  }

  @Test
  void makesNoTaskOfADraft() {
    ProcessId draft =
        world
            .processes
            .create(world.ann, World.B1, Samples.process(), Save.asDraft(""), Optional.empty())
            .process()
            .id();

    assertThat(
            refusal(() -> world.tasks.create(world.ann, draft, World.input(), Optional.empty()))
                .code())
        .isEqualTo(ErrorCode.NOT_PUBLISHED);
  }

  @Test
  void keepsAFollowerFromAllButShownVariables() {
    Caller follower = world.follower("eve", process, FollowerRight.CREATE_TASK);
    TaskInput input =
        new TaskInput(
            Optional.empty(),
            Map.of("urls", List.of("http://a.test/"), "area", "mainland"),
            Optional.empty(),
            Map.of("push", Map.of("urls", List.of("http://b.test/"))),
            Optional.empty(),
            false,
            World.API);

    assertThat(refusal(() -> create(follower, input)).code()).isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(faults(() -> create(follower, input)))
        .containsExactly(
            tuple("/variables/area", "FORBIDDEN"), tuple("/params/push/urls", "FORBIDDEN"));
  }

  @Test
  void takesHiddenVariablesThatAreSentBackAsTheyAre() {
    Caller follower = world.follower("eve", process, FollowerRight.CREATE_TASK);
    TaskId created = world.task(follower, process);
    Map<String, Object> sentBack = world.tasks.get(follower, created).task().variables();

    assertThat(sentBack).containsEntry("area", "global");
    assertThat(world.tasks.replace(follower, created, 1, World.input(sentBack)))
        .succeedsWithin(Duration.ZERO);
  }

  private static TaskInput startingAt(String time, boolean start) {
    TaskInput input = World.input();
    return new TaskInput(
        input.name(),
        input.variables(),
        input.nodes(),
        input.params(),
        Optional.of(Instant.parse(time)),
        start,
        World.API);
  }

  @Test
  void plansWhenATaskStartsByItself() {
    TaskInput later = startingAt("2126-12-01T00:00:00Z", false);

    TaskView view = Answers.await(world.tasks.create(world.ann, process, later, Optional.empty()));

    assertThat(view.task().plan().startAt())
        .contains(new StartAt(Instant.parse("2126-12-01T00:00:00Z"), "ann", false));
    assertThat(view.warnings()).isEmpty();
  }

  @Test
  void refusesATimeThatIsPastOrBesideTheStartAtOnce() {
    assertThat(faults(() -> create(world.ann, startingAt("2020-12-01T00:00:00Z", false))))
        .containsExactly(tuple("/startAt", "IN_THE_PAST"));
    assertThat(faults(() -> create(world.ann, startingAt("2126-12-01T00:00:00Z", true))))
        .containsExactly(tuple("/startAt", "CONTRADICTION"));
  }

  @Test
  void saysThatAStartWasMissedAndTakesItsTimeBackAsItWas() {
    TaskId id = world.task(world.ann, process);
    StartAt missed = new StartAt(Instant.parse("2020-12-01T00:00:00Z"), "bob", true);
    world.engine.put(
        world.engine.tasks().get(id).plan().startingAt(Optional.of(missed)),
        TaskStatus.CREATED,
        Map.of());

    assertThat(world.tasks.get(world.ann, id).warnings())
        .extracting(Warning::pointer, Warning::code)
        .containsExactly(tuple("/startAt", "START_MISSED"));
    Answers.await(world.tasks.replace(world.ann, id, 1, startingAt("2020-12-01T00:00:00Z", false)));
    assertThat(world.engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            Command.Edit.class, edit -> assertThat(edit.plan().startAt()).contains(missed));
  }

  @Test
  void remembersWhereATaskComesFrom() {
    TaskPlan.Origin app = new TaskPlan.Origin(TaskPlan.Origin.Kind.LIGHT_APP, Optional.of("l1"));
    TaskInput input = World.input();
    TaskInput byApp =
        new TaskInput(
            input.name(),
            input.variables(),
            input.nodes(),
            input.params(),
            Optional.empty(),
            false,
            app);

    assertThat(Answers.await(world.tasks.create(world.ann, process, byApp, Optional.empty())))
        .extracting(view -> view.task().plan().origin())
        .isEqualTo(app);
  }

  @Test
  void takesParametersBackThatAFollowerDidNotChange() {
    Caller follower =
        world.follower("eve", process, FollowerRight.CREATE_TASK, FollowerRight.OPERATE);
    TaskId created = world.task(follower, process);
    Map<String, Object> written = Map.of("urls", "${urls}", "area", "${area}");
    Map<String, Object> shown = Map.of("urls", List.of("http://a.test/"), "area", "global");

    assertThat(world.tasks.replace(follower, created, 1, with(Map.of("push", written))))
        .succeedsWithin(Duration.ZERO);
    world.engine.put(
        world.engine.tasks().get(created).plan(),
        TaskStatus.FAILED,
        Map.of("push", NodeStatus.FAILED));
    Answers.await(world.tasks.command(follower, created, retry(shown, Map.of(), Optional.empty())));

    assertThat(world.engine.commands()).endsWith(retry(Map.of(), Map.of(), Optional.empty()));
    assertThat(
            refusal(
                    () ->
                        world.tasks.command(
                            follower,
                            created,
                            retry(Map.of("area", "mainland"), Map.of(), Optional.empty())))
                .code())
        .isEqualTo(ErrorCode.FORBIDDEN);
  }

  @Test
  void keepsInMindWhichParametersATaskDoesWithout() {
    Map<String, Object> noArea = new java.util.HashMap<>();
    noArea.put("area", null);

    TaskView view =
        Answers.await(
            world.tasks.create(world.ann, process, with(Map.of("push", noArea)), Optional.empty()));

    assertThat(view.task().plan().nodes().findFirst().orElseThrow().removed())
        .containsExactly("area");
  }

  private static TaskInput with(Map<String, Map<String, Object>> params) {
    TaskInput input = World.input();
    return new TaskInput(
        input.name(), input.variables(), input.nodes(), params, Optional.empty(), false, World.API);
  }

  @Test
  void checksTheParametersOfARetryBeforeTheEngineIsAsked() {
    TaskId failed = failed();

    assertThat(
            faults(
                () ->
                    world.tasks.command(
                        world.ann,
                        failed,
                        retry(
                            Map.of("area", "mars", "x", 1),
                            Map.of("urls", List.of()),
                            Optional.empty()))))
        .containsExactlyInAnyOrder(
            tuple("/variables/urls", "INVALID_VALUE"),
            tuple("/params/area", "INVALID_VALUE"),
            tuple("/params/x", "UNKNOWN_FIELD"));
    assertThat(world.engine.commands()).isEmpty();
  }

  @Test
  void findsAVersionThatARetryCannotHave() {
    TaskId failed = failed();

    assertThat(
            faults(
                () ->
                    world.tasks.command(
                        world.ann, failed, retry(Map.of(), Map.of(), Optional.of("9.0.0")))))
        .containsExactly(tuple("/atomVersion", "UNKNOWN_ATOM_VERSION"));
  }

  @Test
  void handsARetryThatFitsToTheEngine() {
    TaskId failed = failed();
    Command retry = retry(Map.of("area", "mainland"), Map.of(), Optional.of("1.0.0"));

    Answers.await(world.tasks.command(world.ann, failed, retry));

    assertThat(world.engine.commands()).containsExactly(retry);
  }

  @Test
  void findsNoNodeThatIsNotThere() {
    TaskId failed = failed();

    assertThat(
            refusal(
                    () ->
                        world.tasks.command(
                            world.ann,
                            failed,
                            new Command.RetryNode(
                                "nope", OptionalInt.empty(), Map.of(), Map.of(), Optional.empty())))
                .code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void modifiesOnlyNodesThatHaveNotStarted() {
    TaskId failed = failed();

    assertThat(
            faults(
                () ->
                    world.tasks.modify(
                        world.ann,
                        failed,
                        1,
                        new TaskService.Values(
                            Map.of(),
                            Map.of(
                                "push", Map.of("area", "mainland"),
                                "compare", Map.of("urls", 7),
                                "none", Map.of())))))
        .containsExactlyInAnyOrder(
            tuple("/params/push", "NODE_STARTED"),
            tuple("/params/compare/urls", "WRONG_TYPE"),
            tuple("/params/none", "UNKNOWN_NODE"));
  }

  @Test
  void checksNewValuesOfVariablesForTheNodesThatWillUseThem() {
    ProcessId loose =
        world
            .publish(
                Samples.process(
                    List.of(
                        Samples.urls(),
                        Samples.variable(
                            "of",
                            Variable.Type.LIST,
                            false,
                            true,
                            Optional.of(List.of()),
                            Map.of())),
                    List.of(
                        Samples.step(
                            "one",
                            Samples.node("push", "push", Map.of("urls", "${urls}")),
                            Samples.node(
                                "compare", "compare", Map.of("urls", "${urls}", "of", "${of}"))))))
            .process()
            .id();
    TaskId id = world.task(world.ann, loose);
    world.engine.put(
        world.engine.tasks().get(id).plan(), TaskStatus.FAILED, Map.of("push", NodeStatus.FAILED));

    assertThat(
            faults(
                () ->
                    world.tasks.modify(
                        world.ann,
                        id,
                        1,
                        new TaskService.Values(Map.of("of", "no list"), Map.of()))))
        .containsExactly(tuple("/variables/of", "WRONG_TYPE"));
  }

  @Test
  void tellsWhatAChangeWouldHaveAgainstItAndChangesNothing() {
    TaskId created = world.task(world.ann, process);
    TaskId failed = failed();

    assertThat(
            world.tasks.faultsOfReplacement(
                world.ann, created, World.input(Map.of("urls", "x", "none", 1))))
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder("/variables/urls", "/variables/none");
    assertThat(
            world.tasks.faultsOfModification(
                world.ann, failed, new TaskService.Values(Map.of("none", 1), Map.of())))
        .extracting(Fault::pointer)
        .containsExactly("/variables/none");
    assertThat(refusal(() -> world.tasks.faultsOfReplacement(world.ann, failed, World.input())))
        .extracting(ProductException::code)
        .isEqualTo(ErrorCode.STATE_FORBIDS);
  }

  @Test
  void refusesAChangeOfAnOlderState() {
    TaskId created = world.task(world.ann, process);

    assertThat(refusal(() -> world.tasks.replace(world.ann, created, 9, World.input())).code())
        .isEqualTo(ErrorCode.ETAG_CHANGED);
    assertThat(
            refusal(
                    () ->
                        world.tasks.modify(
                            world.ann, created, 9, new TaskService.Values(Map.of(), Map.of())))
                .code())
        .isEqualTo(ErrorCode.ETAG_CHANGED);
  }

  @Test
  void replacesThePlanOfACreatedTaskAndKeepsItsVersions() {
    TaskId created = world.task(world.ann, process);
    world.atoms.install("push", "1.2.0", Map.of("type", "object"), Map.of());

    Answers.await(
        world.tasks.replace(
            world.ann, created, 1, World.input(Map.of("urls", List.of("http://c.test/")))));

    assertThat(world.engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            Command.Edit.class,
            edit -> {
              assertThat(edit.plan().id()).isEqualTo(created);
              assertThat(edit.plan().variables()).containsEntry("urls", List.of("http://c.test/"));
              assertThat(edit.plan().nodes().findFirst().orElseThrow().atom().version())
                  .isEqualTo("1.1.0");
            });
  }

  @Test
  void replacesNoTaskThatHasStarted() {
    TaskId failed = failed();

    assertThat(refusal(() -> world.tasks.replace(world.ann, failed, 1, World.input())).code())
        .isEqualTo(ErrorCode.STATE_FORBIDS);
  }

  @Test
  void showsEachCallerWhatItMayDo() {
    TaskId failed = failed();
    Caller viewer = world.follower("eve", process, FollowerRight.VIEW);

    assertThat(world.tasks.get(world.ann, failed).nodesAllowed().get("push"))
        .contains(Action.RETRY, Action.SKIP);
    assertThat(world.tasks.get(viewer, failed).nodesAllowed().get("push")).isEmpty();
    assertThat(world.tasks.get(viewer, failed).allowed()).isEmpty();
  }

  @Test
  void listsForAFollowerOnlyTasksOfProcessesItMaySee() {
    ProcessId other = world.published();
    Caller viewer = world.follower("eve", process, FollowerRight.VIEW);

    list(viewer, Optional.empty());
    list(viewer, Optional.of(List.of(other)));
    list(world.ann, Optional.of(List.of(other)));

    assertThat(world.summaries.asked())
        .extracting(TaskSummaries.Filter::processes)
        .containsExactly(Optional.of(List.of(process)), Optional.of(List.of(other)));
  }

  @Test
  void readsTheLogOfTheCurrentAttempt() {
    TaskId failed = failed();

    assertThat(log(failed, "push", Optional.empty())).containsExactly(1);
    assertThat(log(failed, "compare", Optional.empty())).isEmpty();
    assertThat(refusal(() -> log(failed, "push", Optional.of(2))).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  private byte[] log(TaskId task, String node, Optional<Integer> attempt) {
    return world.tasks.log(world.ann, task, node, attempt, Optional.empty(), 0, 100).text();
  }

  private void list(Caller caller, Optional<List<ProcessId>> processes) {
    world.tasks.list(
        caller,
        World.B1,
        new TaskSummaries.Filter(
            World.B1,
            List.of(),
            processes,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Page.Request(50, Optional.empty()));
  }

  private Object create(Caller caller, TaskInput input) {
    return world.tasks.create(caller, process, input, Optional.empty());
  }

  private TaskId failed() {
    TaskId id = world.task(world.ann, process);
    world.engine.put(
        world.engine.tasks().get(id).plan(), TaskStatus.FAILED, Map.of("push", NodeStatus.FAILED));
    return id;
  }

  private static Command retry(
      Map<String, Object> params, Map<String, Object> variables, Optional<String> version) {
    return new Command.RetryNode("push", OptionalInt.empty(), params, variables, version);
  }
}
