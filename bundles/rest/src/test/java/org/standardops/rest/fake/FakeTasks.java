package org.standardops.rest.fake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.standardops.engine.Engine;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.Allowed;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.Elements;
import org.standardops.engine.core.Input;
import org.standardops.engine.core.NodeRun;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.RecoveryClass;
import org.standardops.engine.core.Result;
import org.standardops.engine.core.TaskMachine;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.core.Verdict;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan;
import org.standardops.services.Caller;
import org.standardops.services.ElementsView;
import org.standardops.services.TaskInput;
import org.standardops.services.TaskService;
import org.standardops.services.TaskView;
import org.standardops.services.Validation;
import org.standardops.services.Warning;
import org.standardops.services.port.TaskSummaries;

/** Tasks in memory on the real core of the engine; tests say what the atoms answer. */
public final class FakeTasks implements TaskService {

  private static final Instant NOW = Instant.parse("2026-11-23T16:00:00Z");

  private final Map<TaskId, TaskState> states = new ConcurrentHashMap<>();
  private final Map<TaskId, List<TaskEvent>> journal = new ConcurrentHashMap<>();
  private final Map<TaskId, List<Consumer<TaskEvent>>> listeners = new ConcurrentHashMap<>();

  /** Everything that any node ever logged. */
  public volatile byte[] log = "one\ntwo\n".getBytes(StandardCharsets.UTF_8);

  /** True: the engine takes commands and never answers. */
  public volatile boolean hangs;

  /** How far the person had come who asked last. */
  public volatile Stage stage;

  /** What was asked for last. */
  public volatile TaskSummaries.Filter filter;

  @Override
  public CompletionStage<TaskView> create(
      Caller caller, ProcessId process, TaskInput input, Optional<TaskId> id) {
    if (hangs) {
      return new CompletableFuture<>();
    }
    List<Fault> faults = validate(caller, process, input, Stage.WHOLE).errors();
    if (!faults.isEmpty()) {
      return CompletableFuture.failedFuture(ProductException.invalid(faults));
    }
    TaskId own = id.orElseGet(() -> TaskId.at(System.currentTimeMillis(), states.size()));
    if (!states.containsKey(own)) {
      decided(
          TaskMachine.create(
              Plans.cdnPrefetch(own, process, caller.name(), input, NOW),
              input.start(),
              caller.name(),
              NOW));
    }
    return CompletableFuture.completedFuture(view(own));
  }

  @Override
  public Validation validate(Caller caller, ProcessId process, TaskInput input, Stage asked) {
    stage = asked;
    return new Validation(
        input.variables().get("urls") instanceof List<?>
            ? List.of()
            : List.of(new Fault("/variables/urls", "WRONG_TYPE", "A list is needed.")),
        List.of());
  }

  @Override
  public CompletionStage<TaskView> copy(
      Caller caller, TaskId task, Revision revision, TaskPlan.Origin origin, Optional<TaskId> id) {
    TaskState from = get(caller, task).task();
    TaskInput input =
        new TaskInput(
            Optional.of("Copy of the " + revision + " revision"),
            from.variables(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            false,
            origin);
    return create(caller, from.plan().process(), input, id);
  }

  @Override
  public TaskView get(Caller caller, TaskId task) {
    if (!states.containsKey(task)) {
      throw ProductException.notFound("The task " + task);
    }
    return view(task);
  }

  private TaskView view(TaskId id) {
    TaskState state = states.get(id);
    Map<String, java.util.Set<Action>> nodes = new HashMap<>();
    state.nodes().keySet().forEach(node -> nodes.put(node, Allowed.node(state, node)));
    java.util.Set<Action> allowed = EnumSet.noneOf(Action.class);
    allowed.addAll(Allowed.task(state));
    return new TaskView(state, Map.of("push", 0.4), List.<Warning>of(), allowed, nodes, false);
  }

  @Override
  public Page<TaskSummaries.Summary> list(
      Caller caller, BusinessId business, TaskSummaries.Filter asked, Page.Request page) {
    filter = asked;
    return Lists.page(
        states.values().stream()
            .filter(state -> state.plan().business().equals(business))
            .map(FakeTasks::summary)
            .toList(),
        page);
  }

  private static TaskSummaries.Summary summary(TaskState state) {
    return new TaskSummaries.Summary(
        state.plan().id(),
        state.plan().name(),
        state.status(),
        state.overdue(),
        state.plan().process(),
        state.plan().processName(),
        state.plan().revision(),
        state.plan().business(),
        state.plan().origin(),
        state.plan().createdBy(),
        state.plan().createdAt(),
        state.plan().startAt().map(TaskPlan.StartAt::at),
        state.startedAt(),
        state.endedAt());
  }

  @Override
  public CompletionStage<TaskView> replace(
      Caller caller, TaskId task, int expectedSeq, TaskInput input) {
    TaskState old = checked(caller, task, expectedSeq);
    return command(
        caller,
        task,
        new Command.Edit(
            Plans.cdnPrefetch(task, old.plan().process(), caller.name(), input, NOW),
            OptionalInt.empty()));
  }

  @Override
  public List<Fault> faultsOfReplacement(Caller caller, TaskId task, TaskInput input) {
    return validate(caller, get(caller, task).task().plan().process(), input, Stage.WHOLE).errors();
  }

  @Override
  public CompletionStage<TaskView> modify(
      Caller caller, TaskId task, int expectedSeq, Values values) {
    checked(caller, task, expectedSeq);
    return command(
        caller, task, new Command.Modify(values.variables(), values.params(), OptionalInt.empty()));
  }

  @Override
  public List<Fault> faultsOfModification(Caller caller, TaskId task, Values values) {
    get(caller, task);
    return values.variables().containsKey("nonsense")
        ? List.of(new Fault("/variables/nonsense", "UNKNOWN_VARIABLE", "No such variable."))
        : List.of();
  }

  private TaskState checked(Caller caller, TaskId task, int expectedSeq) {
    TaskState state = get(caller, task).task();
    if (state.seq() != expectedSeq) {
      throw new ProductException(ErrorCode.ETAG_CHANGED, "It was changed meanwhile.");
    }
    return state;
  }

  @Override
  public CompletionStage<TaskView> command(Caller caller, TaskId task, Command command) {
    get(caller, task);
    Optional<ProductException> refusal = decide(task, new Input.Given(command, caller.name()));
    return refusal.isPresent()
        ? CompletableFuture.failedFuture(refusal.get())
        : CompletableFuture.completedFuture(view(task));
  }

  @Override
  public ElementsView elements(
      Caller caller, TaskId task, String node, Optional<NodeStatus> state, int from, int limit) {
    TaskState now = get(caller, task).task();
    NodeState of =
        Optional.ofNullable(now.nodes().get(node))
            .orElseThrow(() -> ProductException.notFound("The node " + node));
    int size = of.elements().map(Elements::size).orElse(0);
    List<NodeState> found =
        IntStream.range(from, size)
            .mapToObj(i -> of.elements().orElseThrow().get(of, i))
            .filter(element -> state.isEmpty() || state.get() == element.status())
            .limit(limit)
            .toList();
    return new ElementsView(now, found, Map.of(), OptionalInt.empty());
  }

  /** The atom of a node answers its open call. */
  public void answer(String task, String node, Result result) {
    TaskId id = TaskId.parse(task).orElseThrow();
    NodeRun run = states.get(id).nodes().get(node).run();
    int call = run.open().orElseThrow().number();
    decide(id, new Input.CallBegins(node, call, RecoveryClass.RERUN));
    decide(id, new Input.CallEnded(node, call, run.intent(), RecoveryClass.RERUN, result));
  }

  private Optional<ProductException> decide(TaskId task, Input input) {
    Verdict verdict = TaskMachine.decide(states.get(task), input, NOW);
    if (verdict instanceof Verdict.Rejection no) {
      return Optional.of(new ProductException(no.code(), no.detail(), no.faults()));
    }
    decided((Verdict.Decision) verdict);
    return Optional.empty();
  }

  /** Each decision is told as a node's event and then the task's. */
  private void decided(Verdict.Decision decision) {
    TaskState state = decision.state();
    TaskId id = state.plan().id();
    if (decision.events().isEmpty()) {
      return;
    }
    states.put(id, state);
    tell(id, event(state, false));
    tell(id, event(state, true));
  }

  private static TaskEvent event(TaskState state, boolean ofTask) {
    return new TaskEvent(
        state.seq(),
        ofTask,
        NOW,
        ofTask ? TaskEvent.Kind.TASK_STATE : TaskEvent.Kind.NODE_STATE,
        Optional.empty(),
        ofTask ? Optional.empty() : Optional.of("push"),
        OptionalInt.empty(),
        Optional.of(ofTask ? state.status().name() : state.nodes().get("push").status().name()),
        Optional.of("ann"),
        OptionalDouble.empty());
  }

  private void tell(TaskId task, TaskEvent event) {
    if (event.seq() > 0) {
      journal.computeIfAbsent(task, t -> new CopyOnWriteArrayList<>()).add(event);
    }
    listeners.getOrDefault(task, List.of()).forEach(listener -> listener.accept(event));
  }

  /** A node's progress, which no journal keeps. */
  public void progress(String task, double progress) {
    tell(
        TaskId.parse(task).orElseThrow(),
        new TaskEvent(
            0,
            false,
            NOW,
            TaskEvent.Kind.PROGRESS,
            Optional.empty(),
            Optional.of("push"),
            OptionalInt.of(1),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.of(progress)));
  }

  /** A durable event that changes no state, as often as a test wants. */
  public void repeatLastEvent(String task, int times) {
    TaskId id = TaskId.parse(task).orElseThrow();
    TaskState state = states.get(id);
    for (int i = 1; i <= times; i++) {
      TaskEvent last = event(state, false);
      int seq = state.seq() + i;
      listeners
          .getOrDefault(id, List.of())
          .forEach(
              listener ->
                  listener.accept(
                      new TaskEvent(
                          seq,
                          true,
                          last.at(),
                          last.kind(),
                          last.step(),
                          last.node(),
                          last.attempt(),
                          last.state(),
                          last.by(),
                          last.progress())));
    }
  }

  public int listeners(String task) {
    return listeners.getOrDefault(TaskId.parse(task).orElseThrow(), List.of()).size();
  }

  @Override
  public List<TaskEvent> events(Caller caller, TaskId task, int afterSeq, int limit) {
    get(caller, task);
    return journal.getOrDefault(task, new ArrayList<>()).stream()
        .filter(event -> event.seq() > afterSeq && event.seq() <= afterSeq + limit)
        .toList();
  }

  @Override
  public AutoCloseable subscribe(Caller caller, TaskId task, Consumer<TaskEvent> listener) {
    get(caller, task);
    listeners.computeIfAbsent(task, t -> new CopyOnWriteArrayList<>()).add(listener);
    return () -> listeners.get(task).remove(listener);
  }

  @Override
  public List<String> logSections(Caller caller, TaskId task, String node) {
    return List.of("host-1", "host-2");
  }

  @Override
  public Engine.LogPart log(
      Caller caller,
      TaskId task,
      String node,
      Optional<Integer> attempt,
      Optional<String> section,
      long from,
      int maxBytes) {
    int begin = (int) Math.min(from, log.length);
    int end = Math.min(log.length, begin + maxBytes);
    return new Engine.LogPart(Arrays.copyOfRange(log, begin, end), end, end == log.length);
  }
}
