package org.standardops.engine.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.standardops.model.LightAppId;
import org.standardops.model.process.Notify;
import org.standardops.model.process.Step;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.Notice;
import org.standardops.model.task.Notice.Concerned;
import org.standardops.model.task.Notice.Why;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskPlan.PlannedStep;

/** What people are to be told of a decision; of most there is nothing. */
public final class Notices {

  private final Optional<TaskState> before;
  private final TaskState after;
  private final Notify notify;
  private final Instant at;
  private final List<Notice> notices = new ArrayList<>();

  private Notices(Optional<TaskState> before, TaskState after, Notify notify, Instant at) {
    this.before = before;
    this.after = after;
    this.notify = notify;
    this.at = at;
  }

  /**
   * The notices of one journal row, as far as the process wants any.
   *
   * @param before empty: the row created the task
   * @param events of the row
   */
  public static List<Notice> of(
      Optional<TaskState> before, TaskState after, List<Event> events, Instant at) {
    Optional<Notify> notify = after.plan().notification();
    if (notify.isEmpty()) {
      return List.of();
    }
    Notices notices = new Notices(before, after, notify.get(), at);
    notices.lookForUnknown(events);
    events.forEach(notices::look);
    notices.lookForSteps();
    return notices.notices.stream()
        .filter(notice -> notify.get().on().contains(notice.why().on()))
        .toList();
  }

  private void look(Event event) {
    if (event instanceof Event.TaskSucceeded) {
      add(Why.SUCCEEDED, Optional.empty(), List.of(), List.of());
    } else if (event instanceof Event.TaskFailed) {
      add(Why.FAILED, Optional.empty(), nodes(Steps::needsDecision), List.of());
    } else if (event instanceof Event.WaitBegan wait && wait.kind() == OpenCall.Kind.PERSON) {
      add(
          Why.NODE_ASKS,
          Optional.empty(),
          nodes(node -> node.id().equals(ElementId.nodeOf(wait.node()))),
          wait.people());
    } else if (event instanceof Event.TaskStartMissed) {
      add(Why.START_MISSED, Optional.empty(), List.of(), List.of());
    } else if (event instanceof Event.TaskBecameOverdue) {
      add(Why.OVERDUE, Optional.empty(), nodes(NodeState::isActive), List.of());
    } else if (event instanceof Event.TaskTerminating terminating) {
      terminating
          .by()
          .filter(by -> !by.equals(after.startedBy().orElse(after.plan().createdBy())))
          .ifPresent(by -> add(Why.TERMINATED, Optional.of(by), List.of(), List.of()));
    }
  }

  /** One notice of all: a recovery finds many at once. */
  private void lookForUnknown(List<Event> events) {
    Set<String> unknown =
        events.stream()
            .filter(Event.NodeBecameUnknown.class::isInstance)
            .map(event -> ElementId.nodeOf(((Event.NodeBecameUnknown) event).node()))
            .collect(Collectors.toSet());
    if (!unknown.isEmpty()) {
      add(
          Why.NODE_UNKNOWN,
          Optional.empty(),
          nodes(node -> unknown.contains(node.id())),
          List.of());
    }
  }

  private void lookForSteps() {
    for (PlannedStep step : after.plan().steps()) {
      if (step.start() == Step.Start.MANUAL
          && Steps.awaitsPerson(after, step)
          && before.filter(earlier -> Steps.awaitsPerson(earlier, step)).isEmpty()) {
        Concerned waiting = new Concerned(step.id(), step.name(), "");
        add(Why.STEP_WAITS, Optional.empty(), List.of(waiting), List.of());
      }
    }
  }

  private void add(Why why, Optional<String> by, List<Concerned> nodes, List<String> asked) {
    notices.add(
        new Notice(
            after.plan().id(),
            after.seq(),
            why,
            at,
            after.plan().business(),
            after.plan().process(),
            after.plan().processName(),
            after.plan().name(),
            after.plan().createdBy(),
            after.startedBy(),
            after.startedAt(),
            by,
            nodes,
            asked,
            notify,
            lightApp()));
  }

  private Optional<LightAppId> lightApp() {
    TaskPlan.Origin origin = after.plan().origin();
    return origin.kind() == TaskPlan.Origin.Kind.LIGHT_APP
        ? origin.id().map(LightAppId::new)
        : Optional.empty();
  }

  private List<Concerned> nodes(Predicate<NodeState> concerned) {
    return after
        .plan()
        .nodes()
        .filter(planned -> concerned.test(after.nodes().get(planned.id())))
        .map(planned -> new Concerned(planned.id(), planned.name(), reason(planned.id())))
        .toList();
  }

  private String reason(String id) {
    NodeState node = after.nodes().get(id);
    return node.question()
        .map(NodeRun.Question::text)
        .or(() -> node.error().map(NodeError::message))
        .orElse("");
  }
}
