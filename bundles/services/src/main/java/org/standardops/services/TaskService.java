package org.standardops.services;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.standardops.engine.Engine;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.Command;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan;
import org.standardops.services.port.TaskSummaries;

/**
 * Tasks: made from processes, started, controlled, looked at. Every method checks the caller's
 * right first: {@code NOT_FOUND} for what is in no business of the caller's, {@code FORBIDDEN} for
 * a right that is lacking in one that is. Thread-safe.
 */
public interface TaskService {

  /**
   * Makes a task of the published revision.
   *
   * @param id reserved for it by an Idempotency-Key; empty: a new one
   * @return after the commit; fails with INVALID and every fault's pointer, NOT_PUBLISHED
   */
  CompletionStage<TaskView> create(
      Caller caller, ProcessId process, TaskInput input, Optional<TaskId> id);

  /** Checks as {@link #create} does, as far as the person has come, and stores nothing. */
  Validation validate(Caller caller, ProcessId process, TaskInput input, Stage stage);

  /** How far a person has come in making a task. */
  enum Stage {
    /** Atom nodes are chosen: nothing else is looked at. */
    SELECTION,
    /** Parameters were changed, and values of variables are still to come. */
    PARAMETERS,
    WHOLE
  }

  /**
   * Makes a CREATED task like the one that is there, with the values that it has now. What does not
   * fit (any more), or is not the caller's to bring along, is left out and told in the warnings.
   *
   * @param id as in {@link #create}
   */
  CompletionStage<TaskView> copy(
      Caller caller, TaskId task, Revision revision, TaskPlan.Origin origin, Optional<TaskId> id);

  /** Which revision of its process a copy of a task is made of. */
  enum Revision {
    SAME,
    LATEST
  }

  TaskView get(Caller caller, TaskId task);

  Page<TaskSummaries.Summary> list(
      Caller caller, BusinessId business, TaskSummaries.Filter filter, Page.Request page);

  /** Changes a CREATED task as a whole. */
  CompletionStage<TaskView> replace(Caller caller, TaskId task, int expectedSeq, TaskInput input);

  /** What {@link #replace} would have against it; changes nothing. */
  List<Fault> faultsOfReplacement(Caller caller, TaskId task, TaskInput input);

  /** Any command; the right that it needs stands in the permission table. */
  CompletionStage<TaskView> command(Caller caller, TaskId task, Command command);

  /** While SUSPENDED or FAILED: values for nodes that have not started. */
  CompletionStage<TaskView> modify(Caller caller, TaskId task, int expectedSeq, Values values);

  /** What {@link #modify} would have against it; changes nothing. */
  List<Fault> faultsOfModification(Caller caller, TaskId task, Values values);

  /**
   * New values.
   *
   * @param variables by KEY
   * @param params by node id, merged over what is there by top-level key
   */
  record Values(Map<String, Object> variables, Map<String, Map<String, Object>> params) {}

  /**
   * Elements of a node that runs for each of a list; none before it has begun.
   *
   * @param state only those in it; empty: all
   * @param from the number to begin with
   */
  ElementsView elements(
      Caller caller, TaskId task, String node, Optional<NodeStatus> state, int from, int limit);

  List<TaskEvent> events(Caller caller, TaskId task, int afterSeq, int limit);

  AutoCloseable subscribe(Caller caller, TaskId task, Consumer<TaskEvent> listener);

  /** The names of the sections in the log of a node's current attempt, in order. */
  List<String> logSections(Caller caller, TaskId task, String node);

  Engine.LogPart log(
      Caller caller,
      TaskId task,
      String node,
      Optional<Integer> attempt,
      Optional<String> section,
      long from,
      int maxBytes);
}
