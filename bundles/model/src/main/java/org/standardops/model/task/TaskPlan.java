package org.standardops.model.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.standardops.model.BusinessId;
import org.standardops.model.JsonValues;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.ForEach;
import org.standardops.model.process.Notify;
import org.standardops.model.process.Policy;
import org.standardops.model.process.ProcessDefinition.OnTimeout;
import org.standardops.model.process.Step;
import org.standardops.model.process.TimingType;

/**
 * A task as it was created: the process's revision frozen, atom versions pinned, nodes selected,
 * values entered. Never changes; later changes are events.
 *
 * @param startAt when it is to start by itself; empty: a person starts it
 * @param variables by KEY: entered values and defaults; data, in which {@code ${…}} is plain text
 * @param businessVariables business configuration at creation, by KEY
 * @param notification who is told how it goes; empty: nobody
 */
public record TaskPlan(
    TaskId id,
    BusinessId business,
    ProcessId process,
    String processName,
    int revision,
    String name,
    Origin origin,
    String createdBy,
    Instant createdAt,
    Optional<StartAt> startAt,
    Map<String, Object> variables,
    Map<String, Object> businessVariables,
    Optional<Duration> timeout,
    OnTimeout onTimeout,
    Optional<Notify> notification,
    List<PlannedStep> steps) {

  public TaskPlan {
    variables = JsonValues.object(variables);
    businessVariables = JsonValues.object(businessVariables);
    steps = List.copyOf(steps);
  }

  public Stream<PlannedNode> nodes() {
    return steps.stream().flatMap(step -> step.nodes().stream());
  }

  /** The same plan with another time to start at. */
  public TaskPlan startingAt(Optional<StartAt> other) {
    return new TaskPlan(
        id,
        business,
        process,
        processName,
        revision,
        name,
        origin,
        createdBy,
        createdAt,
        other,
        variables,
        businessVariables,
        timeout,
        onTimeout,
        notification,
        steps);
  }

  /** The same plan with others who are told how it goes. */
  public TaskPlan withNotification(Optional<Notify> other) {
    return new TaskPlan(
        id,
        business,
        process,
        processName,
        revision,
        name,
        origin,
        createdBy,
        createdAt,
        startAt,
        variables,
        businessVariables,
        timeout,
        onTimeout,
        other,
        steps);
  }

  /**
   * When a task starts by itself, once.
   *
   * @param by who said so, and counts as having started it
   * @param missed true: the server was down then, for so long that a person must decide
   */
  public record StartAt(Instant at, String by, boolean missed) {}

  /**
   * What made the task.
   *
   * @param id of the light app or schedule; empty otherwise
   */
  public record Origin(Kind kind, Optional<String> id) {
    /** The kinds. */
    public enum Kind {
      CONSOLE,
      API,
      LIGHT_APP,
      SCHEDULE
    }
  }

  /** A step of the plan. */
  public record PlannedStep(
      String id,
      String name,
      Step.Mode mode,
      Step.Start start,
      List<PlannedNode> nodes,
      Optional<String> when,
      Optional<Integer> limit) {
    public PlannedStep {
      nodes = List.copyOf(nodes);
      when = when == null ? Optional.empty() : when; // older journals have none
      limit = limit == null ? Optional.empty() : limit;
    }

    /** A step that always runs, with all its parallel nodes at once. */
    public PlannedStep(
        String id, String name, Step.Mode mode, Step.Start start, List<PlannedNode> nodes) {
      this(id, name, mode, start, nodes, Optional.empty(), Optional.empty());
    }
  }

  /**
   * A node of the plan.
   *
   * @param selected false: EXCLUDED
   * @param params the process's, with the task's own merged over them by top-level key; {@code
   *     ${KEY}} not yet replaced
   * @param outputs name of an output to the KEY that it becomes
   * @param removed keys of the process's parameters that the task does without
   */
  public record PlannedNode(
      String id,
      String name,
      AtomRef atom,
      TimingType timing,
      boolean selected,
      Map<String, Object> params,
      Policy policy,
      Map<String, String> outputs,
      Set<String> removed,
      Optional<String> when,
      Optional<ForEach> forEach) {
    public PlannedNode {
      when = when == null ? Optional.empty() : when;
      forEach = forEach == null ? Optional.empty() : forEach;
      params = JsonValues.object(params);
      outputs = Map.copyOf(outputs);
      removed = removed == null ? Set.of() : Set.copyOf(removed); // older journals have none
    }

    /** A node that always runs, and once. */
    public PlannedNode(
        String id,
        String name,
        AtomRef atom,
        TimingType timing,
        boolean selected,
        Map<String, Object> params,
        Policy policy,
        Map<String, String> outputs,
        Set<String> removed) {
      this(
          id,
          name,
          atom,
          timing,
          selected,
          params,
          policy,
          outputs,
          removed,
          Optional.empty(),
          Optional.empty());
    }
  }
}
