package org.standardops.services.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.CommandBy;
import org.standardops.engine.Engine;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.Caller;
import org.standardops.services.TaskInput;
import org.standardops.services.TaskService;
import org.standardops.services.TaskView;
import org.standardops.services.Validation;
import org.standardops.services.Warning;
import org.standardops.services.check.AtomVersions;
import org.standardops.services.check.NotYetEffective;
import org.standardops.services.plan.ParameterChanges;
import org.standardops.services.plan.TaskChanges;
import org.standardops.services.plan.TaskPlanner;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.StoredProcess;
import org.standardops.services.port.TaskSummaries;
import org.standardops.services.rights.Access;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;
import org.standardops.services.rights.Subject;

/** Tasks: rights and values are checked here, states by the engine. */
@Component
public final class TaskUseCases implements TaskService {

  private static final TaskPlan.Origin BY_API =
      new TaskPlan.Origin(TaskPlan.Origin.Kind.API, Optional.empty());

  private final Engine engine;
  private final ProcessStore processes;
  private final TaskSummaries summaries;
  private final Permissions permissions;
  private final TaskPlanner planner;
  private final TaskChanges changes;
  private final InstantSource clock;

  @Activate
  public TaskUseCases(
      @Reference Engine engine,
      @Reference ProcessStore processes,
      @Reference TaskSummaries summaries,
      @Reference BusinessStore businesses,
      @Reference AtomCatalog atoms) {
    this(engine, processes, summaries, businesses, atoms, InstantSource.system());
  }

  TaskUseCases(
      Engine engine,
      ProcessStore processes,
      TaskSummaries summaries,
      BusinessStore businesses,
      AtomCatalog atoms,
      InstantSource clock) {
    this.engine = engine;
    this.processes = processes;
    this.summaries = summaries;
    this.permissions = new Permissions(businesses);
    AtomVersions versions = new AtomVersions(atoms);
    this.planner = new TaskPlanner(versions);
    this.changes = new TaskChanges(versions);
    this.clock = clock;
  }

  @Override
  public CompletionStage<TaskView> create(
      Caller caller, ProcessId process, TaskInput input, Optional<TaskId> id) {
    return Answers.staged(
        () -> {
          StoredProcess stored = toCreateFrom(caller, process, input);
          TaskPlan plan = faultless(planner.plan(origin(caller, stored, id), input));
          return engine
              .create(plan, input.start(), by(caller))
              .thenApply(task -> view(caller, task, warnings(input)));
        });
  }

  @Override
  public Validation validate(Caller caller, ProcessId process, TaskInput input) {
    StoredProcess stored = toCreateFrom(caller, process, input);
    return new Validation(
        planner.plan(origin(caller, stored, Optional.empty()), input).faults(), warnings(input));
  }

  private StoredProcess toCreateFrom(Caller caller, ProcessId id, TaskInput input) {
    permissions.require(caller, Operation.CREATE_TASK);
    StoredProcess stored =
        processes.find(id).orElseThrow(() -> ProductException.notFound("The process " + id));
    Subject subject = Subject.of(stored);
    permissions.require(caller, Operation.CREATE_TASK, subject);
    if (input.start() || input.startAt().isPresent()) {
      permissions.require(caller, Operation.START_TASK, subject);
    }
    if (stored.publishedRevision().isEmpty()) {
      throw new ProductException(
          ErrorCode.NOT_PUBLISHED,
          "The process " + id + " has only a draft: publish it before tasks are made of it.");
    }
    requireFor(
        ParameterChanges.of(stored.definition(), input.variables(), input.params()),
        caller,
        subject);
    return stored;
  }

  private TaskPlanner.Origin origin(Caller caller, StoredProcess process, Optional<TaskId> id) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new TaskPlanner.Origin(
        id.orElseGet(() -> TaskId.at(now.toEpochMilli(), ThreadLocalRandom.current().nextLong())),
        process,
        Map.of(),
        BY_API,
        caller.name(),
        now);
  }

  @Override
  public TaskView get(Caller caller, TaskId task) {
    return view(caller, load(caller, Operation.SEE_TASK, task), List.of());
  }

  @Override
  public Page<TaskSummaries.Summary> list(
      Caller caller, BusinessId business, TaskSummaries.Filter filter, Page.Request page) {
    Access access = permissions.require(caller, Operation.LIST_TASKS, business);
    Optional<List<ProcessId>> visible =
        access
            .visibleProcesses()
            .map(ids -> filter.processes().map(asked -> both(ids, asked)).orElse(ids))
            .or(filter::processes);
    if (visible.isPresent() && visible.get().isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    return summaries.list(
        new TaskSummaries.Filter(
            business,
            filter.states(),
            visible,
            filter.createdBy(),
            filter.origin(),
            filter.from(),
            filter.to(),
            filter.q()),
        page);
  }

  private static List<ProcessId> both(List<ProcessId> visible, List<ProcessId> asked) {
    return asked.stream().filter(visible::contains).toList();
  }

  @Override
  public CompletionStage<TaskView> replace(
      Caller caller, TaskId id, int expectedSeq, TaskInput input) {
    return Answers.staged(
        () -> {
          TaskState task = load(caller, Operation.EDIT_TASK, id);
          if (input.start() || input.startAt().isPresent()) {
            permissions.require(caller, Operation.START_TASK, Subject.of(task));
          }
          StoredProcess process = revisionOf(task);
          requireFor(
              ParameterChanges.of(process.definition(), input.variables(), input.params()),
              caller,
              Subject.of(task));
          requireUnchanged(task, expectedSeq);
          if (task.status() != TaskStatus.CREATED) {
            throw new ProductException(
                ErrorCode.STATE_FORBIDS,
                "The task is "
                    + task.status()
                    + "; as a whole it can be changed only while it is CREATED.");
          }
          TaskPlan plan =
              faultless(planner.plan(TaskPlanner.Origin.of(task.plan(), process), input));
          CompletionStage<TaskState> edited = engine.submit(id, new Command.Edit(plan), by(caller));
          return (input.start()
                  ? edited.thenCompose(state -> engine.submit(id, new Command.Start(), by(caller)))
                  : edited)
              .thenApply(state -> view(caller, state, warnings(input)));
        });
  }

  @Override
  public CompletionStage<TaskView> command(Caller caller, TaskId id, Command command) {
    return Answers.staged(
        () -> {
          TaskState task = load(caller, ActionRights.operation(command), id);
          if (command instanceof Command.RetryNode retry) {
            checkRetry(caller, task, retry);
          }
          return engine
              .submit(id, command, by(caller))
              .thenApply(state -> view(caller, state, List.of()));
        });
  }

  private void checkRetry(Caller caller, TaskState task, Command.RetryNode retry) {
    NodeState node = node(task, retry.node());
    ProcessDefinition process = revisionOf(task).definition();
    requireFor(
        ParameterChanges.ofRetry(process, retry.variables(), retry.params(), retry.atomVersion()),
        caller,
        Subject.of(task));
    faultless(changes.retry(task, process, node, retry));
  }

  @Override
  public CompletionStage<TaskView> modify(
      Caller caller,
      TaskId id,
      int expectedSeq,
      Map<String, Object> variables,
      Map<String, Map<String, Object>> params) {
    return Answers.staged(
        () -> {
          TaskState task = load(caller, Operation.MODIFY_TASK, id);
          ProcessDefinition process = revisionOf(task).definition();
          requireFor(ParameterChanges.of(process, variables, params), caller, Subject.of(task));
          requireUnchanged(task, expectedSeq);
          faultless(changes.modify(task, process, variables, params));
          return engine
              .submit(id, new Command.Modify(variables, params), by(caller))
              .thenApply(state -> view(caller, state, List.of()));
        });
  }

  @Override
  public List<TaskEvent> events(Caller caller, TaskId task, int afterSeq, int limit) {
    load(caller, Operation.SEE_TASK, task);
    return engine.events(task, afterSeq, limit);
  }

  @Override
  public AutoCloseable subscribe(Caller caller, TaskId task, Consumer<TaskEvent> listener) {
    load(caller, Operation.SEE_TASK, task);
    return engine.subscribe(task, listener);
  }

  @Override
  public Engine.LogPart log(
      Caller caller,
      TaskId id,
      String nodeId,
      Optional<Integer> attempt,
      Optional<String> section,
      long from,
      int maxBytes) {
    TaskState task = load(caller, Operation.SEE_TASK, id);
    NodeState node = node(task, nodeId);
    int of = attempt.orElse(node.attempt());
    if (of == 0 && attempt.isEmpty()) {
      return new Engine.LogPart(new byte[0], 0, false);
    }
    if (of < 1 || of > node.attempt()) {
      throw ProductException.notFound("Attempt " + of + " of the node " + nodeId);
    }
    return engine.log(id, nodeId, of, section, from, maxBytes);
  }

  private TaskState load(Caller caller, Operation operation, TaskId id) {
    permissions.require(caller, operation);
    TaskState task =
        Answers.await(engine.find(id))
            .orElseThrow(() -> ProductException.notFound("The task " + id));
    permissions.require(caller, operation, Subject.of(task));
    return task;
  }

  private void requireFor(List<Fault> parameterChanges, Caller caller, Subject subject) {
    Access access = permissions.require(caller, Operation.SEE_PROCESS, subject);
    if (!parameterChanges.isEmpty() && !access.may(Operation.MODIFY_PARAMETERS, subject)) {
      throw new ProductException(
          ErrorCode.FORBIDDEN,
          subject.what() + ": you may enter shown variables, but change nothing else.",
          parameterChanges);
    }
  }

  private StoredProcess revisionOf(TaskState task) {
    return processes
        .findRevision(task.plan().process(), task.plan().revision())
        .orElseThrow(
            () -> ProductException.notFound("The process " + task.plan().process() + " of it"));
  }

  private static NodeState node(TaskState task, String id) {
    return Optional.ofNullable(task.nodes().get(id))
        .orElseThrow(
            () -> ProductException.notFound("The node " + id + " of task " + task.plan().id()));
  }

  private static void requireUnchanged(TaskState task, int expectedSeq) {
    if (task.seq() != expectedSeq) {
      throw new ProductException(
          ErrorCode.ETAG_CHANGED, "The task has changed since you read it: read it again.");
    }
  }

  private static TaskPlan faultless(TaskPlanner.Planned planned) {
    faultless(planned.faults());
    return planned.plan();
  }

  private static void faultless(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
  }

  private static List<Warning> warnings(TaskInput input) {
    return input.startAt().isPresent() ? List.of(NotYetEffective.startAt()) : List.of();
  }

  private static CommandBy by(Caller caller) {
    return new CommandBy(caller.name());
  }

  private TaskView view(Caller caller, TaskState task, List<Warning> warnings) {
    Access access = permissions.require(caller, Operation.SEE_TASK, Subject.of(task));
    Map<String, Set<Action>> nodes = new HashMap<>();
    task.nodes()
        .forEach(
            (id, node) ->
                nodes.put(id, ActionRights.allowed(ActionTable.ofNode(task, node), task, access)));
    return new TaskView(
        task,
        engine.progress(task.plan().id()),
        warnings,
        ActionRights.allowed(ActionTable.ofTask(task), task, access),
        nodes);
  }
}
