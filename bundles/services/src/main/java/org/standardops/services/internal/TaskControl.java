package org.standardops.services.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.standardops.engine.CommandBy;
import org.standardops.engine.Engine;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.TaskState;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.Caller;
import org.standardops.services.TaskInput;
import org.standardops.services.TaskView;
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
  private final InstantSource clock;

  TaskControl(
      Engine engine,
      ProcessStore processes,
      Permissions permissions,
      TaskAccess tasks,
      TaskPlanner planner,
      TaskChanges changes,
      InstantSource clock) {
    this.engine = engine;
    this.processes = processes;
    this.permissions = permissions;
    this.tasks = tasks;
    this.planner = planner;
    this.changes = changes;
    this.clock = clock;
  }

  CompletionStage<TaskView> command(Caller caller, TaskId id, Command command) {
    TaskAccess.Opened opened = tasks.open(caller, ActionRights.operation(command), id);
    if (command instanceof Command.Start && opened.task().status() == TaskStatus.CREATED) {
      requireComplete(opened.task());
    }
    Command checked = command instanceof Command.RetryNode retry ? checked(opened, retry) : command;
    return engine
        .submit(id, checked, by(caller))
        .thenApply(task -> tasks.view(opened.access(), task, List.of()));
  }

  /** A copy of a task may lack what its process asks for now. */
  private void requireComplete(TaskState task) {
    StoredProcess process = revisionOf(task);
    TaskPlanner.Origin origin = TaskPlanner.Origin.of(task.plan(), process);
    TaskInput input = TaskAsInput.of(task, process.definition(), task.plan().origin());
    TaskAccess.refuse(
        planner.plan(origin, input).faults().stream()
            .filter(fault -> INCOMPLETE.contains(fault.code()))
            .toList());
  }

  private Command checked(TaskAccess.Opened opened, Command.RetryNode sent) {
    NodeState node = opened.node(sent.node());
    Command.RetryNode retry =
        new Command.RetryNode(
            sent.node(),
            sent.attempt(),
            SentBack.without(opened.task(), node, sent.params()),
            sent.variables(),
            sent.atomVersion());
    ProcessDefinition process = revisionOf(opened.task()).definition();
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
    TaskAccess.refuse(changes.retry(opened.task(), process, node, retry));
    return retry;
  }

  CompletionStage<TaskView> modify(
      Caller caller,
      TaskId id,
      int expectedSeq,
      Map<String, Object> variables,
      Map<String, Map<String, Object>> sent) {
    TaskAccess.Opened opened = tasks.open(caller, Operation.MODIFY_TASK, id);
    ProcessDefinition process = revisionOf(opened.task()).definition();
    Map<String, Map<String, Object>> params = SentBack.without(opened.task(), sent);
    TaskAccess.requireFor(
        ParameterChanges.of(
            process, opened.task().variables(), params(opened.task()), variables, params),
        opened.access(),
        Subject.of(opened.task()));
    opened.requireUnchangedSince(expectedSeq);
    TaskAccess.refuse(changes.modify(opened.task(), process, variables, params));
    return engine
        .submit(id, new Command.Modify(variables, params, OptionalInt.of(expectedSeq)), by(caller))
        .thenApply(task -> tasks.view(opened.access(), task, List.of()));
  }

  CompletionStage<TaskView> replace(Caller caller, TaskId id, int expectedSeq, TaskInput input) {
    TaskAccess.Opened opened = tasks.open(caller, Operation.EDIT_TASK, id);
    Subject subject = Subject.of(opened.task());
    PlannedStart start = new PlannedStart(input, opened.task().plan().startAt());
    if (input.start() || start.isNew()) {
      permissions.require(caller, Operation.START_TASK, subject);
    }
    StoredProcess process = revisionOf(opened.task());
    TaskAccess.requireFor(
        ParameterChanges.of(
            process.definition(),
            opened.task().variables(),
            params(opened.task()),
            input.variables(),
            input.params()),
        opened.access(),
        subject);
    opened.requireUnchangedSince(expectedSeq);
    requireCreated(opened.task());
    TaskPlanner.Planned planned =
        planner
            .plan(TaskPlanner.Origin.of(opened.task().plan(), process), input)
            .startingAt(start, caller.name(), clock.instant());
    TaskAccess.refuse(planned.faults());
    CompletionStage<TaskState> edited =
        engine.submit(
            id, new Command.Edit(planned.plan(), OptionalInt.of(expectedSeq)), by(caller));
    CompletionStage<TaskState> done =
        input.start()
            ? edited.thenCompose(task -> engine.submit(id, new Command.Start(), by(caller)))
            : edited;
    return done.thenApply(task -> tasks.view(opened.access(), task, List.of()));
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

  private static CommandBy by(Caller caller) {
    return new CommandBy(caller.name());
  }
}
