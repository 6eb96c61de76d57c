package org.standardops.engine.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.task.TaskPlan.StartAt;
import org.standardops.model.task.TaskStatus;

/** Decides what is due. */
final class Times {

  /** Whoever planned a start later than this past its time is asked again. */
  static final Duration LATEST_START = Duration.ofMinutes(10);

  private Times() {}

  static void passed(Draft draft) {
    for (NodeState node : draft.state().open()) {
      node(draft, node);
    }
    if (isPast(draft, draft.state().startsAt())) {
      start(draft, draft.state().plan().startAt().orElseThrow());
    }
    if (isPast(draft, draft.state().overdueAt())) {
      overdue(draft);
    }
  }

  private static void start(Draft draft, StartAt start) {
    boolean late = draft.now.isAfter(start.at().plus(LATEST_START));
    draft.add(late ? new Event.TaskStartMissed() : new Event.TaskStarted(start.by()));
  }

  private static void node(Draft draft, NodeState node) {
    NodeRun run = node.run();
    OpenCall open = draft.open(node.id());
    if (run.ending().isPresent()) {
      if (isPast(draft, run.ending().map(Ending::until))) {
        Endings.graceOver(draft, node.id());
      } else if (open.kind() == OpenCall.Kind.CANCEL && open.isDue(draft.now)) {
        draft.callOpen(node.id());
      }
    } else if (isPast(draft, run.deadline())) {
      timedOut(draft, node, open);
    } else if (open.isDue(draft.now)) {
      due(draft, node, open);
    }
  }

  private static void due(Draft draft, NodeState node, OpenCall open) {
    switch (open.kind()) {
      case POLL -> draft.callOpen(node.id());
      case CALLBACK ->
          Endings.begin(
              draft,
              node.id(),
              Ending.Cause.CALLBACK_DEADLINE,
              Optional.empty(),
              "The outside did not call back until " + open.until().orElseThrow() + ".");
      case RETRY_DELAY -> {
        if (draft.state().status() == TaskStatus.RUNNING) {
          Progress.beginAttempt(draft, node.id());
        }
      }
      case PERSON ->
          Endings.begin(
              draft,
              node.id(),
              Ending.Cause.ANSWER_DEADLINE,
              Optional.empty(),
              "Nobody answered until " + open.until().orElseThrow() + ".");
      case START, RESUME, CANCEL -> {
        // Not ended by time alone.
      }
    }
  }

  private static void timedOut(Draft draft, NodeState node, OpenCall open) {
    Duration timeout = Plans.node(draft.state(), node.id()).policy().timeout().orElseThrow();
    String message = "The attempt took longer than " + timeout + ".";
    if (open.acts()
        && open.begun()
        && node.run().recovery().equals(Optional.of(RecoveryClass.RERUN))) {
      draft.effect(new Effect.StopCall(node.id(), open.number()));
      Failures.failed(
          draft,
          node.id(),
          Failures.error("TIMEOUT", message),
          Touched.MAYBE,
          Map.of(),
          RecoveryClass.RERUN);
    } else {
      Endings.begin(draft, node.id(), Ending.Cause.TIMEOUT, Optional.empty(), message);
    }
  }

  private static void overdue(Draft draft) {
    draft.add(new Event.TaskBecameOverdue());
    switch (draft.state().plan().onTimeout()) {
      case NOTIFY -> {
        // Being overdue is all.
      }
      case SUSPEND -> {
        if (draft.state().status() == TaskStatus.RUNNING) {
          draft.add(new Event.TaskSuspended(Optional.empty()));
        }
      }
      case TERMINATE -> {
        if (Allowed.takesDecisions(draft.state().status())) {
          Commands.terminate(draft, Optional.empty(), "It ran longer than its process allows.");
        }
      }
    }
  }

  private static boolean isPast(Draft draft, Optional<Instant> time) {
    return time.isPresent() && !time.get().isAfter(draft.now);
  }
}
