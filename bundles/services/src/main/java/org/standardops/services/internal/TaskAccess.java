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
  record Opened(TaskState task, Access access, boolean onlyAsked) {

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
    return new Opened(task, permissions.require(caller, operation, Subject.of(task)), false);
  }

  /** As {@link #open}; also for those whom a question of the task names. */
  Opened openAsked(Caller caller, Operation operation, TaskId id) {
    permissions.require(caller, operation);
    Optional<TaskState> asking =
        Answers.await(engine.find(id)).filter(task -> Asked.in(task, caller.name()));
    if (asking.isEmpty()) {
      return open(caller, operation, id);
    }
    Subject subject = Subject.of(asking.get());
    Optional<Access> access =
        permissions
            .access(caller, subject.business())
            .filter(role -> role.may(Operation.SEE_TASK, subject));
    return new Opened(
        asking.get(), access.orElseGet(() -> Access.ofAsked(caller)), access.isEmpty());
  }

  /** For the answer to a question, by whom it names, or who operates the task. */
  Opened openToAnswer(Caller caller, TaskId id, String node) {
    Opened opened = openAsked(caller, Operation.ANSWER_NODE, id);
    if (!Asked.mayAnswer(opened.node(node), opened.task(), opened.access())) {
      throw new ProductException(
          ErrorCode.FORBIDDEN,
          opened
                  .node(node)
                  .question()
                  .map(asks -> "The node " + node + " asks " + String.join(", ", asks.people()))
                  .orElse("The node " + node + " asks you nothing")
              + ", and you are not allowed to answer.");
    }
    return opened;
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
    return view(new Opened(task, access, false), task, warnings);
  }

  /**
   * As {@link #view(Access, TaskState, List)}.
   *
   * @param task as it is now
   */
  TaskView view(Opened opened, TaskState task, List<Warning> warnings) {
    Access access = opened.access();
    Map<String, Set<Action>> nodes = new HashMap<>();
    task.nodes().keySet().forEach(id -> nodes.put(id, allowed(task, id, access)));
    List<Warning> all = new ArrayList<>(warnings);
    if (!opened.onlyAsked()) {
      startMissed(task).ifPresent(all::add);
    }
    return new TaskView(
        task,
        engine.progress(task.plan().id()),
        all,
        ActionRights.allowed(actions(task), task, access),
        nodes,
        opened.onlyAsked());
  }

  private static Set<Action> allowed(TaskState task, String id, Access access) {
    Set<Action> allowed = ActionRights.allowed(Allowed.node(task, id), task, access);
    NodeState node = task.nodes().get(id);
    if (Allowed.node(task, id).contains(Action.CONTINUE)) {
      allowed.remove(Action.CONTINUE);
      if (Asked.mayAnswer(node, task, access)) {
        allowed.add(Action.CONTINUE);
      }
    }
    return allowed;
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
