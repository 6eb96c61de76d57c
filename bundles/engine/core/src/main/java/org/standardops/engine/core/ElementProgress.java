package org.standardops.engine.core;

import java.util.Map;
import java.util.Optional;
import org.standardops.model.process.ForEach;
import org.standardops.model.process.Policy;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskStatus;

/** Begins elements of nodes that run for each of a list, and settles these nodes. */
final class ElementProgress {

  private ElementProgress() {}

  static void advance(Draft draft) {
    for (NodeState node : draft.state().nodes().values()) {
      if (node.runsForEach()) {
        ForEach forEach = Plans.node(draft.state(), node.id()).forEach().orElseThrow();
        begin(draft, node.id(), forEach);
        settle(draft, node.id(), forEach);
      }
    }
  }

  /** Ends what has nothing more to wait for, and begins nothing. */
  static void settle(Draft draft) {
    for (NodeState node : draft.state().nodes().values()) {
      if (node.runsForEach()) {
        settle(draft, node.id(), Plans.node(draft.state(), node.id()).forEach().orElseThrow());
      }
    }
  }

  private static void begin(Draft draft, String id, ForEach forEach) {
    int next = next(draft, id, forEach);
    while (next >= 0 && elements(draft, id).active().length < forEach.limit()) {
      if (draft.state().status() == TaskStatus.FAILED) {
        draft.add(new Event.TaskContinued());
      }
      Progress.beginAttempt(draft, new ElementId(id, next).toString());
      next = next(draft, id, forEach);
    }
  }

  /** What a person asked for first; the others only while not too many have failed. */
  private static int next(Draft draft, String id, ForEach forEach) {
    if (isEnding(draft, id)) {
      return -1;
    }
    Elements elements = elements(draft, id);
    int requested = elements.nextRequested();
    return requested >= 0 || tooManyFailed(elements, forEach) ? requested : elements.nextPending();
  }

  private static boolean isEnding(Draft draft, String id) {
    return draft.node(id).run().ending().isPresent()
        || draft.state().status() == TaskStatus.TERMINATING;
  }

  private static void settle(Draft draft, String id, ForEach forEach) {
    Elements elements = elements(draft, id);
    if (elements.active().length > 0 || next(draft, id, forEach) >= 0) {
      return;
    }
    Optional<Ending> ending = draft.node(id).run().ending();
    if (draft.state().status() == TaskStatus.TERMINATING) {
      draft.add(new Event.NodeTerminated(id, Optional.empty()));
    } else if (ending.isPresent()) {
      NodeError error = Endings.stopped(ending.get(), Optional.of(counts(elements)));
      draft.add(new Event.NodeFailed(id, error, Touched.YES, Map.of()));
    } else if (isDone(elements, forEach)) {
      draft.add(new Event.NodeSucceeded(id, Map.of()));
    } else {
      fail(draft, id, elements, forEach);
    }
  }

  private static boolean isDone(Elements elements, ForEach forEach) {
    return elements.count(NodeStatus.UNKNOWN) == 0 && !tooManyFailed(elements, forEach);
  }

  private static boolean tooManyFailed(Elements elements, ForEach forEach) {
    int failed = elements.count(NodeStatus.FAILED) + elements.count(NodeStatus.UNKNOWN);
    return failed > forEach.tolerate().of(elements.size());
  }

  private static void fail(Draft draft, String id, Elements elements, ForEach forEach) {
    int tolerated = forEach.tolerate().of(elements.size());
    NodeError error =
        Failures.error("ELEMENTS_FAILED", counts(elements) + " " + tolerated + " may fail.");
    draft.add(new Event.NodeFailed(id, error, Touched.YES, Map.of()));
    PlannedNode planned = Plans.node(draft.state(), id);
    if (planned.policy().onFailure() == Policy.OnFailure.SKIP
        && elements.count(NodeStatus.UNKNOWN) == 0) {
      draft.add(new Event.NodeSkipped(id, Optional.empty(), ""));
    }
  }

  private static String counts(Elements elements) {
    return "Of %d elements %d failed, %d have an unknown result, %d did not begin."
        .formatted(
            elements.size(),
            elements.count(NodeStatus.FAILED),
            elements.count(NodeStatus.UNKNOWN),
            elements.count(NodeStatus.PENDING));
  }

  private static Elements elements(Draft draft, String id) {
    return draft.node(id).elements().orElseThrow();
  }
}
