package org.standardops.engine.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.JsonValues;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;

/**
 * All that is known of a task after its journal row number {@code seq}. Immutable; only {@link
 * #apply} makes the next one.
 *
 * @param seq of the last row applied, from 1
 * @param startedBy who started it; empty before, and for what an older release started
 * @param variables the plan's, changes made since, and outputs that became variables
 * @param nodes by id, in the plan's order
 * @param continued manual steps that a person let go on
 * @param ran how long the task ran until it was last suspended, for the process's timeout
 * @param runningSince since when that clock runs; empty while it stands still
 * @param conditions what the conditions of steps came to, by step
 */
public record TaskState(
    TaskPlan plan,
    int seq,
    TaskStatus status,
    boolean overdue,
    Optional<Instant> startedAt,
    Optional<String> startedBy,
    Optional<Instant> endedAt,
    Map<String, Object> variables,
    Map<String, NodeState> nodes,
    Set<String> continued,
    Duration ran,
    Optional<Instant> runningSince,
    Map<String, Boolean> conditions) {

  public TaskState {
    variables = JsonValues.object(variables);
    nodes = NodeMap.of(nodes);
    continued = Set.copyOf(continued);
    conditions = conditions == null ? Map.of() : Map.copyOf(conditions); // older ones have none
  }

  /** A task of which no step's condition was decided. */
  public TaskState(
      TaskPlan plan,
      int seq,
      TaskStatus status,
      boolean overdue,
      Optional<Instant> startedAt,
      Optional<String> startedBy,
      Optional<Instant> endedAt,
      Map<String, Object> variables,
      Map<String, NodeState> nodes,
      Set<String> continued,
      Duration ran,
      Optional<Instant> runningSince) {
    this(
        plan,
        seq,
        status,
        overdue,
        startedAt,
        startedBy,
        endedAt,
        variables,
        nodes,
        continued,
        ran,
        runningSince,
        Map.of());
  }

  /** Nodes and elements with an open call or wait. */
  public List<NodeState> open() {
    List<NodeState> open = new ArrayList<>();
    for (NodeState node : nodes.values()) {
      if (node.run().open().isPresent()) {
        open.add(node);
      } else if (node.elements().isPresent()) {
        Elements elements = node.elements().get();
        for (int index : elements.active()) {
          open.add(elements.get(node, index));
        }
      }
    }
    return open;
  }

  /** The state after a task's first row. */
  public static TaskState created(Entry first) {
    if (first.events().get(0) instanceof Event.TaskCreated created) {
      TaskState state = TaskAppliers.created(created);
      for (Event event : first.events().subList(1, first.events().size())) {
        state = state.apply(event, first.at());
      }
      return state.at(first.seq());
    }
    throw new IllegalArgumentException("A task's first event is TaskCreated.");
  }

  /** The state after one more row; total for every row that was decided on this state. */
  public TaskState apply(Entry entry) {
    TaskState state = this;
    for (Event event : entry.events()) {
      state = state.apply(event, entry.at());
    }
    return state.at(entry.seq());
  }

  TaskState apply(Event event, Instant at) {
    return event instanceof Event.OfNode ofNode
        ? NodeAppliers.apply(this, ofNode, at)
        : TaskAppliers.apply(this, event, at);
  }

  /** When the process's timeout comes; empty where it stands still, has come, or there is none. */
  public Optional<Instant> overdueAt() {
    return overdue || plan.timeout().isEmpty()
        ? Optional.empty()
        : runningSince.map(since -> since.plus(plan.timeout().get()).minus(ran));
  }

  /** When it starts by itself; empty where it has started, or a person must see to it. */
  public Optional<Instant> startsAt() {
    return status == TaskStatus.CREATED
        ? plan.startAt().filter(start -> !start.missed()).map(TaskPlan.StartAt::at)
        : Optional.empty();
  }

  TaskState at(int newSeq) {
    return new TaskState(
        plan,
        newSeq,
        status,
        overdue,
        startedAt,
        startedBy,
        endedAt,
        variables,
        nodes,
        continued,
        ran,
        runningSince,
        conditions);
  }
}
