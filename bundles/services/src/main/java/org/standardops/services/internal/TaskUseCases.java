package org.standardops.services.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.Engine;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.Elements;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.model.BusinessId;
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
import org.standardops.services.check.AtomVersions;
import org.standardops.services.plan.TaskChanges;
import org.standardops.services.plan.TaskPlanner;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.TaskSummaries;
import org.standardops.services.rights.Access;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;

/** Tasks: looked at here; made and changed by {@link TaskCreation} and {@link TaskControl}. */
@Component
public final class TaskUseCases implements TaskService {

  private final Engine engine;
  private final TaskSummaries summaries;
  private final Permissions permissions;
  private final TaskAccess access;
  private final BusinessContext context;
  private final TaskCreation creation;
  private final TaskControl control;
  private final TaskCloning cloning;

  @Activate
  public TaskUseCases(
      @Reference Engine engine,
      @Reference ProcessStore processes,
      @Reference TaskSummaries summaries,
      @Reference BusinessStore businesses,
      @Reference AtomCatalog atoms,
      @Reference BusinessContext context) {
    this(engine, processes, summaries, businesses, atoms, context, InstantSource.system());
  }

  TaskUseCases(
      Engine engine,
      ProcessStore processes,
      TaskSummaries summaries,
      BusinessStore businesses,
      AtomCatalog atoms,
      BusinessContext context,
      InstantSource clock) {
    AtomVersions versions = new AtomVersions(atoms);
    TaskPlanner planner = new TaskPlanner(versions);
    this.engine = engine;
    this.summaries = summaries;
    this.permissions = new Permissions(businesses);
    this.access = new TaskAccess(engine, permissions);
    this.context = context;
    this.creation =
        new TaskCreation(engine, processes, permissions, access, planner, context, clock);
    this.cloning = new TaskCloning(engine, processes, access, planner, context, clock);
    this.control =
        new TaskControl(
            engine,
            processes,
            permissions,
            access,
            planner,
            new TaskChanges(versions),
            context,
            clock);
  }

  @Override
  public CompletionStage<TaskView> create(
      Caller caller, ProcessId process, TaskInput input, Optional<TaskId> id) {
    return Answers.staged(() -> creation.create(caller, process, input, id));
  }

  @Override
  public Validation validate(Caller caller, ProcessId process, TaskInput input, Stage stage) {
    return creation.validate(caller, process, input, stage);
  }

  @Override
  public CompletionStage<TaskView> copy(
      Caller caller, TaskId task, Revision revision, TaskPlan.Origin origin, Optional<TaskId> id) {
    return Answers.staged(() -> cloning.copy(caller, task, revision, origin, id));
  }

  @Override
  public TaskView get(Caller caller, TaskId task) {
    TaskAccess.Opened opened = access.openAsked(caller, Operation.SEE_TASK, task);
    return access.view(
        opened,
        opened.task(),
        opened.onlyAsked() ? List.of() : context.changesSince(opened.task()));
  }

  @Override
  public Page<TaskSummaries.Summary> list(
      Caller caller, BusinessId business, TaskSummaries.Filter filter, Page.Request page) {
    Access mine = permissions.require(caller, Operation.LIST_TASKS, business);
    Optional<List<ProcessId>> visible =
        mine.visibleProcesses()
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
      Caller caller, TaskId task, int expectedSeq, TaskInput input) {
    return Answers.staged(() -> control.replace(caller, task, expectedSeq, input));
  }

  @Override
  public CompletionStage<TaskView> command(Caller caller, TaskId task, Command command) {
    return Answers.staged(() -> control.command(caller, task, command));
  }

  @Override
  public List<Fault> faultsOfReplacement(Caller caller, TaskId task, TaskInput input) {
    return control.faultsOfReplacement(caller, task, input);
  }

  @Override
  public CompletionStage<TaskView> modify(
      Caller caller, TaskId task, int expectedSeq, Values values) {
    return Answers.staged(() -> control.modify(caller, task, expectedSeq, values));
  }

  @Override
  public List<Fault> faultsOfModification(Caller caller, TaskId task, Values values) {
    return control.faultsOfModification(caller, task, values);
  }

  @Override
  public List<TaskEvent> events(Caller caller, TaskId task, int afterSeq, int limit) {
    access.open(caller, Operation.SEE_TASK, task);
    return engine.events(task, afterSeq, limit);
  }

  @Override
  public AutoCloseable subscribe(Caller caller, TaskId task, Consumer<TaskEvent> listener) {
    access.open(caller, Operation.SEE_TASK, task);
    return engine.subscribe(task, listener);
  }

  @Override
  public ElementsView elements(
      Caller caller, TaskId task, String node, Optional<NodeStatus> state, int from, int limit) {
    TaskAccess.Opened opened = access.open(caller, Operation.SEE_TASK, task);
    NodeState of = opened.node(node);
    int size = of.elements().map(Elements::size).orElse(0);
    List<NodeState> found = new ArrayList<>();
    int next = from;
    while (next < size && found.size() < limit) {
      NodeState element = of.elements().orElseThrow().get(of, next++);
      if (state.isEmpty() || state.get() == element.status()) {
        found.add(element);
      }
    }
    return new ElementsView(
        opened.task(),
        found,
        access.allowed(opened, found),
        next < size ? OptionalInt.of(next) : OptionalInt.empty());
  }

  @Override
  public List<String> logSections(Caller caller, TaskId task, String node) {
    TaskAccess.Opened opened = access.openAsked(caller, Operation.SEE_TASK, task);
    NodeState of = opened.node(node);
    return of.attempt() == 0 || opened.onlyAsked()
        ? List.of()
        : engine.logSections(task, node, of.attempt());
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
    NodeState of = access.open(caller, Operation.SEE_TASK, task).node(node);
    int number = attempt.orElse(of.attempt());
    if (number == 0 && attempt.isEmpty()) {
      return new Engine.LogPart(new byte[0], 0, false);
    }
    if (number < 1 || number > of.attempt()) {
      throw ProductException.notFound("Attempt " + number + " of the node " + node);
    }
    return engine.log(task, node, number, section, from, maxBytes);
  }
}
