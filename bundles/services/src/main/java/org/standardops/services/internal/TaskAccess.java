package org.standardops.services.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.Engine;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.Allowed;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.TaskState;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.Caller;
import org.standardops.services.TaskView;
import org.standardops.services.Warning;
import org.standardops.services.rights.Access;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;
import org.standardops.services.rights.Subject;

/** The way to a task: past the permissions in, and out as its caller may see it. */
final class TaskAccess {

  private final Engine engine;
  private final Permissions permissions;

  TaskAccess(Engine engine, Permissions permissions) {
    this.engine = engine;
    this.permissions = permissions;
  }

  /** A task, and what its caller may do in its business. */
  record Opened(TaskState task, Access access) {

    NodeState node(String id) {
      return Optional.ofNullable(task.nodes().get(id))
          .orElseThrow(
              () -> ProductException.notFound("The node " + id + " of task " + task.plan().id()));
    }

    void requireUnchangedSince(int seq) {
      if (task.seq() != seq) {
        throw new ProductException(
            ErrorCode.ETAG_CHANGED, "The task has changed since you read it: read it again.");
      }
    }
  }

  Opened open(Caller caller, Operation operation, TaskId id) {
    permissions.require(caller, operation);
    TaskState task =
        Answers.await(engine.find(id))
            .orElseThrow(() -> ProductException.notFound("The task " + id));
    return new Opened(task, permissions.require(caller, operation, Subject.of(task)));
  }

  /** Refuses changes of parameters by whoever may only enter shown variables. */
  static void requireFor(List<Fault> parameterChanges, Access access, Subject subject) {
    if (!parameterChanges.isEmpty() && !access.may(Operation.MODIFY_PARAMETERS, subject)) {
      throw new ProductException(
          ErrorCode.FORBIDDEN,
          subject.what() + ": you may enter shown variables, but change nothing else.",
          parameterChanges);
    }
  }

  static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
  }

  /** Quick: may be called on a thread of the engine. */
  TaskView view(Access access, TaskState task, List<Warning> warnings) {
    Map<String, Set<Action>> nodes = new HashMap<>();
    task.nodes()
        .keySet()
        .forEach(id -> nodes.put(id, ActionRights.allowed(Allowed.node(task, id), task, access)));
    List<Warning> all = new ArrayList<>(warnings);
    startMissed(task).ifPresent(all::add);
    return new TaskView(
        task,
        engine.progress(task.plan().id()),
        all,
        ActionRights.allowed(actions(task), task, access),
        nodes);
  }

  /** What the caller may do with each of these nodes or elements. */
  Map<String, Set<Action>> allowed(Opened opened, List<NodeState> nodes) {
    TaskState task = opened.task();
    Map<String, Set<Action>> allowed = new HashMap<>();
    nodes.forEach(
        node ->
            allowed.put(
                node.id(),
                ActionRights.allowed(Allowed.node(task, node.id()), task, opened.access())));
    return allowed;
  }

  /** A copy can be made of any task. */
  private static Set<Action> actions(TaskState task) {
    Set<Action> actions = EnumSet.of(Action.CLONE);
    actions.addAll(Allowed.task(task));
    return actions;
  }

  private static Optional<Warning> startMissed(TaskState task) {
    return task.plan()
        .startAt()
        .filter(start -> start.missed() && task.status() == TaskStatus.CREATED)
        .map(
            start ->
                new Warning(
                    "/startAt",
                    "START_MISSED",
                    "The server was down at "
                        + start.at()
                        + ", when the task was to start: start it now, or choose another time."));
  }
}
