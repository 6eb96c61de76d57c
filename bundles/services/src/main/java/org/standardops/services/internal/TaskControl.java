package org.standardops.services.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.standardops.engine.Engine;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.TaskState;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.Caller;
import org.standardops.services.TaskInput;
import org.standardops.services.TaskService;
import org.standardops.services.TaskView;
import org.standardops.services.Warning;
import org.standardops.services.plan.ParameterChanges;
import org.standardops.services.plan.PlannedStart;
import org.standardops.services.plan.SentBack;
import org.standardops.services.plan.TaskAsInput;
import org.standardops.services.plan.TaskChanges;
import org.standardops.services.plan.TaskPlanner;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.StoredProcess;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;
import org.standardops.services.rights.Subject;
import org.standardops.services.secret.EnteredSecrets;

/** Commands to tasks and changes of them: right and values are checked, then the engine decides. */
final class TaskControl {

  /** Without these a task would begin only to fail. */
  private static final Set<String> INCOMPLETE = Set.of("MISSING", "EXCLUDED_NODE_NEEDED");

  private final Engine engine;
  private final ProcessStore processes;
  private final Permissions permissions;
  private final TaskAccess tasks;
  private final TaskPlanner planner;
  private final TaskChanges changes;
  private final BusinessContext context;
  private final InstantSource clock;

  TaskControl(
      Engine engine,
      ProcessStore processes,
      Permissions permissions,
      TaskAccess tasks,
      TaskPlanner planner,
      TaskChanges changes,
      BusinessContext context,
      InstantSource clock) {
    this.engine = engine;
    this.processes = processes;
    this.permissions = permissions;
    this.tasks = tasks;
    this.planner = planner;
    this.changes = changes;
    this.context = context;
    this.clock = clock;
  }

  CompletionStage<TaskView> command(Caller caller, TaskId id, Command command) {
    if (command instanceof Command.AnswerNode answer) {
      return answer(caller, id, answer);
    }
    TaskAccess.Opened opened = tasks.open(caller, ActionRights.operation(command), id);
    List<Warning> warnings = List.of();
    if (command instanceof Command.Start && opened.task().status() == TaskStatus.CREATED) {
      requireComplete(opened.task());
      warnings = context.changesSince(opened.task());
    }
    List<Warning> told = warnings;
    Command checked =
        command instanceof Command.RetryNode retry ? checked(caller, opened, retry) : command;
    return engine
        .submit(id, checked, TaskAudit.of(caller, opened, checked))
        .thenApply(task -> tasks.view(opened.access(), task, told));
  }

  /** Of the attempt whose question was checked, so that nobody answers another. */
  private CompletionStage<TaskView> answer(Caller caller, TaskId id, Command.AnswerNode sent) {
    TaskAccess.Opened opened = tasks.openToAnswer(caller, id, sent.node());
    Command.AnswerNode answer =
        new Command.AnswerNode(
            sent.node(),
            sent.attempt().isPresent()
                ? sent.attempt()
                : OptionalInt.of(opened.node(sent.node()).attempt()),
            sent.approved(),
            sent.comment());
    return engine
        .submit(id, answer, TaskAudit.of(caller, opened, answer))
        .thenApply(task -> tasks.view(opened, task, List.of()));
  }

  /** A copy of a task may lack what its process asks for now. */
  private void requireComplete(TaskState task) {
    StoredProcess process = revisionOf(task);
    TaskPlanner.Origin origin = TaskPlanner.Origin.of(task.plan(), process);
    TaskInput input = TaskAsInput.of(task, process.definition(), task.plan().origin());
    TaskAccess.refuse(
        planner
            .plan(
                origin,
                input,
                context.values(process.business()).with(task.plan().businessVariables()))
            .faults()
            .stream()
            .filter(fault -> INCOMPLETE.contains(fault.code()))
            .toList());
  }

  /** With no secret in it. */
  private Command.RetryNode checked(
      Caller caller, TaskAccess.Opened opened, Command.RetryNode sent) {
    NodeState node = opened.node(sent.node());
    ProcessDefinition process = revisionOf(opened.task()).definition();
    EnteredSecrets entered = entered(process, opened.task(), sent.variables());
    Command.RetryNode retry =
        new Command.RetryNode(
            sent.node(),
            sent.attempt(),
            SentBack.without(opened.task(), node, sent.params()),
            entered.values(),
            sent.atomVersion());
    TaskAccess.requireFor(
        ParameterChanges.ofRetry(
            process,
            opened.task().variables(),
            node.params(),
            retry.variables(),
            retry.params(),
            retry.atomVersion()),
        opened.access(),
        Subject.of(opened.task()));
    List<Fault> faults = new ArrayList<>(entered.faults());
    faults.addAll(
        changes.retry(
            opened.task(), process, opened.node(retry.node()), retry, secretsOf(opened.task())));
    TaskAccess.refuse(faults);
    keep(caller, opened.task(), entered);
    return retry;
  }

  private EnteredSecrets entered(
      ProcessDefinition process, TaskState task, Map<String, Object> variables) {
    return context
        .secretVariables()
        .enter("/variables", process.variables(), task.variables(), variables);
  }

  private void keep(Caller caller, TaskState task, EnteredSecrets entered) {
    context
        .secretVariables()
        .keep(task.plan().business(), entered, caller.name(), Optional.of(task.plan().id()));
  }

  private Set<String> secretsOf(TaskState task) {
    return context.values(task.plan().business()).secrets();
  }

  CompletionStage<TaskView> modify(
      Caller caller, TaskId id, int expectedSeq, TaskService.Values values) {
    Modified modified = modified(caller, id, values);
    TaskAccess.Opened opened = modified.opened();
    opened.requireUnchangedSince(expectedSeq);
    TaskAccess.refuse(modified.faults());
    keep(caller, opened.task(), modified.entered());
    Map<String, Object> variables = modified.entered().values();
    return engine
        .submit(
            id,
            new Command.Modify(variables, modified.params(), OptionalInt.of(expectedSeq)),
            TaskAudit.of(
                caller,
                opened,
                Operation.MODIFY_TASK,
                Map.of("variables", variables, "params", modified.params())))
        .thenApply(task -> tasks.view(opened.access(), task, List.of()));
  }

  List<Fault> faultsOfModification(Caller caller, TaskId id, TaskService.Values values) {
    return modified(caller, id, values).faults();
  }

  /**
   * A modification that was looked at.
   *
   * @param params without what was sent back as it was shown
   */
  private record Modified(
      TaskAccess.Opened opened,
      EnteredSecrets entered,
      Map<String, Map<String, Object>> params,
      List<Fault> faults) {}

  private Modified modified(Caller caller, TaskId id, TaskService.Values values) {
    TaskAccess.Opened opened = tasks.open(caller, Operation.MODIFY_TASK, id);
    TaskState task = opened.task();
    ProcessDefinition process = revisionOf(task).definition();
    EnteredSecrets entered = entered(process, task, values.variables());
    Map<String, Map<String, Object>> params = SentBack.without(task, values.params());
    TaskAccess.requireFor(
        ParameterChanges.of(process, task.variables(), params(task), entered.values(), params),
        opened.access(),
        Subject.of(task));
    List<Fault> faults = new ArrayList<>(entered.faults());
    faults.addAll(changes.modify(task, process, entered.values(), params, secretsOf(task)));
    return new Modified(opened, entered, params, faults);
  }

  CompletionStage<TaskView> replace(Caller caller, TaskId id, int expectedSeq, TaskInput sent) {
    Replaced replaced = replaced(caller, id, sent);
    TaskAccess.Opened opened = replaced.opened();
    opened.requireUnchangedSince(expectedSeq);
    requireCreated(opened.task());
    TaskAccess.refuse(replaced.faults());
    keep(caller, opened.task(), replaced.entered());
    CompletionStage<TaskState> edited =
        engine.submit(
            id,
            new Command.Edit(replaced.plan(), OptionalInt.of(expectedSeq)),
            TaskAudit.of(
                caller,
                opened,
                Operation.EDIT_TASK,
                Map.of("variables", replaced.entered().values(), "params", sent.params())));
    CompletionStage<TaskState> done =
        sent.start()
            ? edited.thenCompose(
                task ->
                    engine.submit(
                        id, new Command.Start(), TaskAudit.of(caller, opened, new Command.Start())))
            : edited;
    List<Warning> warnings = context.changesSince(opened.task());
    return done.thenApply(task -> tasks.view(opened.access(), task, warnings));
  }

  List<Fault> faultsOfReplacement(Caller caller, TaskId id, TaskInput sent) {
    Replaced replaced = replaced(caller, id, sent);
    requireCreated(replaced.opened().task());
    return replaced.faults();
  }

  /** A replacement that was looked at. */
  private record Replaced(
      TaskAccess.Opened opened, EnteredSecrets entered, TaskPlan plan, List<Fault> faults) {}

  private Replaced replaced(Caller caller, TaskId id, TaskInput sent) {
    TaskAccess.Opened opened = tasks.open(caller, Operation.EDIT_TASK, id);
    TaskState task = opened.task();
    PlannedStart start = new PlannedStart(sent, task.plan().startAt());
    if (sent.start() || start.isNew()) {
      permissions.require(caller, Operation.START_TASK, Subject.of(task));
    }
    StoredProcess process = revisionOf(task);
    EnteredSecrets entered = entered(process.definition(), task, sent.variables());
    TaskInput input = sent.withVariables(entered.values());
    TaskAccess.requireFor(
        ParameterChanges.of(
            process.definition(),
            task.variables(),
            params(task),
            input.variables(),
            input.params()),
        opened.access(),
        Subject.of(task));
    TaskPlanner.Planned planned =
        planner
            .plan(
                TaskPlanner.Origin.of(task.plan(), process),
                input,
                context.values(process.business()).with(task.plan().businessVariables()))
            .startingAt(start, caller.name(), clock.instant());
    List<Fault> faults = new ArrayList<>(entered.faults());
    faults.addAll(planned.faults());
    return new Replaced(opened, entered, planned.plan(), faults);
  }

  private static Map<String, Map<String, Object>> params(TaskState task) {
    return task.nodes().values().stream()
        .collect(Collectors.toMap(NodeState::id, NodeState::params));
  }

  private static void requireCreated(TaskState task) {
    if (task.status() != TaskStatus.CREATED) {
      throw new ProductException(
          ErrorCode.STATE_FORBIDS,
          "The task is "
              + task.status()
              + "; as a whole it can be changed only while it is CREATED.");
    }
  }

  private StoredProcess revisionOf(TaskState task) {
    return processes
        .findRevision(task.plan().process(), task.plan().revision())
        .orElseThrow(
            () ->
                ProductException.notFound(
                    "Revision " + task.plan().revision() + " of " + task.plan().process()));
  }
}
