package org.standardops.services.statistics;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.AttemptState;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.TaskState;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.StepStatus;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.port.StatisticsStore.Counted;
import org.standardops.services.port.StatisticsStore.NodeTime;
import org.standardops.services.port.StatisticsStore.TaskTime;
import org.standardops.services.port.StatisticsStore.Times;

/** Tells from all that happened to a task what it took. */
public final class EndedTask {

  /** Where a node goes on only by a person. */
  private static final Set<String> PERSONS =
      Set.of(
          NodeStatus.AWAITING_PERSON.name(), NodeStatus.FAILED.name(), NodeStatus.UNKNOWN.name());

  private static final Set<String> GOING =
      Set.of(NodeStatus.RUNNING.name(), NodeStatus.WAITING.name());

  private final TaskState task;
  private final Instant end;
  private final Map<String, String> nodes = new HashMap<>();
  private final Map<String, String> steps = new HashMap<>();
  private final Map<String, Spans> personsByNode = new HashMap<>();
  private Optional<String> starter = Optional.empty();
  private Spans persons = Spans.NONE;
  private Spans suspended = Spans.NONE;
  private String state = "";
  private Instant since;

  private EndedTask(TaskState task, Instant start, Instant end) {
    this.task = task;
    this.end = end;
    this.since = start;
  }

  /**
   * What it took; empty for a task that never started.
   *
   * @param task in its final state
   * @param events all of them
   */
  public static Optional<Counted> count(TaskState task, List<TaskEvent> events) {
    return task.startedAt()
        .map(
            start ->
                new EndedTask(task, start, task.endedAt().orElse(start)).follow(start, events));
  }

  private Counted follow(Instant start, List<TaskEvent> events) {
    for (TaskEvent event : events) {
      if (event.at().isAfter(since)) {
        pass(event.at().isBefore(end) ? event.at() : end);
      }
      note(event);
    }
    pass(end);
    Spans waited = persons.minus(suspended);
    Spans worked = Spans.of(start, end).minus(suspended).minus(waited);
    return new Counted(
        new TaskTime(
            task.plan().business(),
            task.plan().process(),
            task.plan().processName(),
            task.plan().createdBy(),
            starter.orElse(task.plan().createdBy()),
            end,
            task.status() == TaskStatus.SUCCEEDED,
            new Times(worked.total(), waited.total(), suspended.total())),
        task.plan()
            .nodes()
            .filter(node -> !task.nodes().get(node.id()).attempts().isEmpty())
            .map(this::node)
            .toList());
  }

  /** The time since the last event was as that left it. */
  private void pass(Instant until) {
    if (state.equals(TaskStatus.SUSPENDED.name())) {
      suspended = suspended.with(since, until);
    }
    boolean asks =
        nodes.containsValue(NodeStatus.AWAITING_PERSON.name())
            || steps.containsValue(StepStatus.AWAITING_PERSON.name());
    if (state.equals(TaskStatus.FAILED.name())
        || asks && nodes.values().stream().noneMatch(GOING::contains)) {
      persons = persons.with(since, until);
    }
    nodes.forEach(
        (node, status) -> {
          if (PERSONS.contains(status)) {
            personsByNode.merge(
                node, Spans.of(since, until), (all, more) -> all.with(since, until));
          }
        });
    since = until;
  }

  private void note(TaskEvent event) {
    String now = event.state().orElse("");
    switch (event.kind()) {
      case TASK_STATE -> {
        state = now;
        if (starter.isEmpty() && now.equals(TaskStatus.RUNNING.name())) {
          starter = event.by();
        }
      }
      case STEP_STATE -> steps.put(event.step().orElse(""), now);
      case NODE_STATE -> nodes.put(event.node().orElse(""), now);
      case VARIABLES, PERSON, PROGRESS, LOG -> {
        // Takes no time.
      }
    }
  }

  private NodeTime node(PlannedNode planned) {
    NodeState node = task.nodes().get(planned.id());
    Spans attempts = Spans.NONE;
    for (AttemptState attempt : node.attempts()) {
      attempts = attempts.with(attempt.startedAt(), attempt.endedAt().orElse(end));
    }
    Spans waited = personsByNode.getOrDefault(node.id(), Spans.NONE);
    Spans own = attempts.minus(waited);
    return new NodeTime(
        node.id(),
        node.atom().code(),
        planned.timing(),
        node.attempts().size(),
        node.status() == NodeStatus.SUCCEEDED,
        new Times(own.minus(suspended).total(), waited.total(), own.and(suspended).total()));
  }
}
