package org.standardops.engine.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.TaskEvent.Kind;
import org.standardops.engine.core.ElementId;
import org.standardops.engine.core.Entry;
import org.standardops.engine.core.Event;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.Steps;
import org.standardops.engine.core.TaskState;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.StepStatus;
import org.standardops.model.task.TaskPlan.PlannedStep;

/** What readers see of a journal row: how states changed, not the engine's own events. */
final class EventViews {

  private EventViews() {}

  /**
   * The changes that a row made.
   *
   * @param before the state before it; empty for a task's first row
   */
  static List<TaskEvent> of(Optional<TaskState> before, Entry entry) {
    List<TaskEvent> views = new ArrayList<>();
    TaskState state;
    List<Event> events = entry.events();
    Optional<String> by = events.stream().flatMap(event -> by(event).stream()).findFirst();
    if (before.isPresent()) {
      state = before.get();
    } else {
      state = TaskState.created(new Entry(entry.seq(), entry.at(), events.subList(0, 1)));
      views.add(view(entry, Kind.TASK_STATE, state.status().name(), state.plan().createdBy()));
      events = events.subList(1, events.size());
    }
    for (Event event : events) {
      TaskState next = state.apply(new Entry(entry.seq(), entry.at(), List.of(event)));
      changes(entry, event, by, state, next, views);
      state = next;
    }
    return lastMarked(views);
  }

  private static void changes(
      Entry entry,
      Event event,
      Optional<String> by,
      TaskState before,
      TaskState after,
      List<TaskEvent> views) {
    after
        .nodes()
        .forEach(
            (id, node) -> {
              NodeState old = before.nodes().get(id);
              if (old != null && old.status() != node.status()) {
                node(entry, step(after, id), node, by, views);
              }
            });
    if (event instanceof Event.OfNode ofNode && ElementId.is(ofNode.node())) {
      element(entry, ofNode.node(), by, before, after, views);
    }
    if (event instanceof Event.PersonAnswered answered) {
      NodeState node = after.nodes().get(answered.node());
      String decision = answered.approved() ? "APPROVED" : "REJECTED";
      views.add(
          nodeView(
              entry, Kind.PERSON, step(after, ElementId.nodeOf(node.id())), node, decision, by));
    }
    if (event instanceof Event.TaskStartMissed) {
      views.add(view(entry, Kind.PERSON, "START_MISSED", ""));
    }
    for (PlannedStep step : after.plan().steps()) {
      step(entry, step, before, after, by, views);
    }
    if (!before.variables().equals(after.variables())) {
      views.add(view(entry, Kind.VARIABLES, "", by.orElse("")));
    }
    if (before.status() != after.status() || event instanceof Event.TaskBecameOverdue) {
      views.add(view(entry, Kind.TASK_STATE, after.status().name(), by.orElse("")));
    }
  }

  private static void element(
      Entry entry,
      String id,
      Optional<String> by,
      TaskState before,
      TaskState after,
      List<TaskEvent> views) {
    NodeState is = after.nodes().get(id);
    if (before.nodes().get(id).status() != is.status()) {
      Optional<String> step = step(after, ElementId.nodeOf(id));
      views.add(nodeView(entry, Kind.ELEMENT_STATE, step, is, is.status().name(), by));
      if (is.status() == NodeStatus.AWAITING_PERSON) {
        views.add(nodeView(entry, Kind.PERSON, step, is, is.status().name(), by));
      }
    }
  }

  private static OptionalInt element(String node) {
    return ElementId.is(node) ? OptionalInt.of(ElementId.of(node).index()) : OptionalInt.empty();
  }

  private static void node(
      Entry entry,
      Optional<String> step,
      NodeState node,
      Optional<String> by,
      List<TaskEvent> views) {
    views.add(nodeView(entry, Kind.NODE_STATE, step, node, node.status().name(), by));
    if (node.status() == NodeStatus.AWAITING_PERSON) {
      views.add(nodeView(entry, Kind.PERSON, step, node, node.status().name(), by));
    }
  }

  private static void step(
      Entry entry,
      PlannedStep step,
      TaskState before,
      TaskState after,
      Optional<String> by,
      List<TaskEvent> views) {
    StepStatus status = Steps.status(after, step);
    boolean planned = before.plan() == after.plan();
    if (planned && Steps.status(before, step) != status) {
      views.add(stepView(entry, Kind.STEP_STATE, step, status, by));
      if (status == StepStatus.AWAITING_PERSON) {
        views.add(stepView(entry, Kind.PERSON, step, status, by));
      }
    }
  }

  private static Optional<String> step(TaskState state, String node) {
    return state.plan().steps().stream()
        .filter(step -> step.nodes().stream().anyMatch(planned -> planned.id().equals(node)))
        .map(PlannedStep::id)
        .findFirst();
  }

  /** Only the last event of a row may be resumed from. */
  private static List<TaskEvent> lastMarked(List<TaskEvent> views) {
    if (!views.isEmpty()) {
      TaskEvent last = views.get(views.size() - 1);
      views.set(
          views.size() - 1,
          new TaskEvent(
              last.seq(),
              true,
              last.at(),
              last.kind(),
              last.step(),
              last.node(),
              last.element(),
              last.attempt(),
              last.state(),
              last.by(),
              last.progress()));
    }
    return views;
  }

  private static TaskEvent view(Entry entry, Kind kind, String state, String by) {
    return new TaskEvent(
        entry.seq(),
        false,
        entry.at(),
        kind,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.of(state).filter(text -> !text.isEmpty()),
        Optional.of(by).filter(text -> !text.isEmpty()),
        OptionalDouble.empty());
  }

  private static TaskEvent stepView(
      Entry entry, Kind kind, PlannedStep step, StepStatus status, Optional<String> by) {
    return new TaskEvent(
        entry.seq(),
        false,
        entry.at(),
        kind,
        Optional.of(step.id()),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.of(status.name()),
        by,
        OptionalDouble.empty());
  }

  private static TaskEvent nodeView(
      Entry entry,
      Kind kind,
      Optional<String> step,
      NodeState node,
      String state,
      Optional<String> by) {
    return new TaskEvent(
        entry.seq(),
        false,
        entry.at(),
        kind,
        step,
        Optional.of(ElementId.nodeOf(node.id())),
        element(node.id()),
        OptionalInt.of(node.attempt()),
        Optional.of(state),
        by,
        OptionalDouble.empty());
  }

  static TaskEvent progress(Instant at, String node, int attempt, double done) {
    return new TaskEvent(
        0,
        false,
        at,
        Kind.PROGRESS,
        Optional.empty(),
        Optional.of(ElementId.nodeOf(node)),
        element(node),
        OptionalInt.of(attempt),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.of(done));
  }

  static TaskEvent logGrew(Instant at, String node, int attempt) {
    return new TaskEvent(
        0,
        false,
        at,
        Kind.LOG,
        Optional.empty(),
        Optional.of(ElementId.nodeOf(node)),
        element(node),
        OptionalInt.of(attempt),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty());
  }

  private static Optional<String> by(Event event) {
    if (event instanceof Event.TaskStarted started) {
      return Optional.of(started.by());
    } else if (event instanceof Event.TaskEdited edited) {
      return Optional.of(edited.by());
    } else if (event instanceof Event.TaskSuspended suspended) {
      return suspended.by();
    } else if (event instanceof Event.TaskResumed resumed) {
      return Optional.of(resumed.by());
    } else if (event instanceof Event.TaskTerminating terminating) {
      return terminating.by();
    } else if (event instanceof Event.StepContinued continued) {
      return Optional.of(continued.by());
    } else if (event instanceof Event.VariablesChanged changed) {
      return Optional.of(changed.by());
    } else if (event instanceof Event.NodeRetried retried) {
      return Optional.of(retried.by());
    } else if (event instanceof Event.NodeSkipped skipped) {
      return skipped.by();
    } else if (event instanceof Event.NodeResolved resolved) {
      return Optional.of(resolved.by());
    } else if (event instanceof Event.ParamsChanged changed) {
      return Optional.of(changed.by());
    } else if (event instanceof Event.EndingBegan ending) {
      return ending.by();
    } else if (event instanceof Event.RunAgain again) {
      return Optional.of(again.by());
    } else if (event instanceof Event.PersonAnswered answered) {
      return Optional.of(answered.by());
    }
    return Optional.empty();
  }
}
