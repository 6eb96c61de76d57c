package org.standardops.engine.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.JsonValues;
import org.standardops.model.process.ForEach;
import org.standardops.model.process.Policy;
import org.standardops.model.process.Step;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskPlan.PlannedStep;
import org.standardops.model.task.TaskStatus;
import org.standardops.model.template.Templates;

/** Brings a task as far as it can go by itself. */
final class Progress {

  private Progress() {}

  static void advance(Draft draft) {
    TaskStatus status = draft.state().status();
    if (status == TaskStatus.RUNNING || status == TaskStatus.FAILED) {
      goOn(draft);
    } else if (status == TaskStatus.SUSPENDED) {
      ElementProgress.settle(draft);
    } else if (status == TaskStatus.TERMINATING) {
      ElementProgress.settle(draft);
      if (draft.state().nodes().values().stream().noneMatch(NodeState::isActive)) {
        draft.add(new Event.TaskTerminated());
      }
    }
  }

  /** What one start or end makes possible is done at once, so that it is one row. */
  private static void goOn(Draft draft) {
    int before;
    do {
      before = draft.size();
      ElementProgress.advance(draft);
      Optional<PlannedStep> current = Steps.current(draft.state());
      List<String> startable =
          current.map(step -> startable(draft.state(), step)).orElse(List.of());
      if (draft.state().status() == TaskStatus.FAILED && canGoOn(draft, current, startable)) {
        draft.add(new Event.TaskContinued());
      }
      startable.forEach(node -> start(draft, current.orElseThrow(), node));
    } while (draft.size() > before);
    Optional<PlannedStep> current = Steps.current(draft.state());
    if (current.isEmpty()) {
      draft.add(new Event.TaskSucceeded());
    } else if (draft.state().status() == TaskStatus.RUNNING
        && !canGoOn(draft, current, startable(draft.state(), current.get()))) {
      draft.add(new Event.TaskFailed());
    }
  }

  private static boolean canGoOn(
      Draft draft, Optional<PlannedStep> current, List<String> startable) {
    return current.isEmpty()
        || !startable.isEmpty()
        || Steps.awaitsPerson(draft.state(), current.get())
        || draft.state().nodes().values().stream().anyMatch(NodeState::isActive);
  }

  private static List<String> startable(TaskState state, PlannedStep step) {
    if (Steps.awaitsPerson(state, step)) {
      return List.of();
    }
    List<String> startable = new ArrayList<>();
    int active = 0;
    for (NodeState node : Steps.nodes(state, step)) {
      active += node.isActive() ? 1 : 0;
      if (node.status() == NodeStatus.PENDING && !node.isActive()) {
        startable.add(node.id());
      }
      if (step.mode() == Step.Mode.SERIAL && !node.status().isDone()) {
        break;
      }
    }
    int room = Math.max(0, step.limit().orElse(Integer.MAX_VALUE) - active);
    return room < startable.size() ? startable.subList(0, room) : startable;
  }

  /** Decides the conditions before it, each once. */
  private static void start(Draft draft, PlannedStep step, String id) {
    if (draft.node(id).status() != NodeStatus.PENDING || !mayRun(draft, step, id)) {
      return; // skipped with its step meanwhile
    }
    PlannedNode planned = Plans.node(draft.state(), id);
    if (planned.when().isPresent() && draft.node(id).run().condition().isEmpty()) {
      Conditions.Answer answer = evaluate(draft, planned.when().get());
      if (answer.fault().isPresent()) {
        fail(draft, id, "CONDITION_FAILED", answer.fault().get());
        return;
      }
      draft.add(new Event.NodeConditionDecided(id, answer.met()));
      if (!answer.met()) {
        draft.add(new Event.NodeSkipped(id, Optional.empty(), ""));
        return;
      }
    }
    if (planned.forEach().isPresent()) {
      beginElements(draft, id, planned.forEach().get());
    } else {
      beginAttempt(draft, id);
    }
  }

  private static boolean mayRun(Draft draft, PlannedStep step, String id) {
    if (step.when().isPresent() && !draft.state().conditions().containsKey(step.id())) {
      Conditions.Answer answer = evaluate(draft, step.when().get());
      if (answer.fault().isPresent()) {
        fail(draft, id, "CONDITION_FAILED", answer.fault().get());
        return false;
      }
      draft.add(new Event.StepConditionDecided(step.id(), answer.met()));
      if (!answer.met()) {
        for (NodeState node : Steps.nodes(draft.state(), step)) {
          if (!node.status().isDone()) {
            draft.add(new Event.NodeSkipped(node.id(), Optional.empty(), ""));
          }
        }
      }
    }
    return draft.state().conditions().getOrDefault(step.id(), true)
        && !Steps.awaitsPerson(draft.state(), step);
  }

  private static Conditions.Answer evaluate(Draft draft, String expression) {
    TaskState state = draft.state();
    return draft.conditions.evaluate(
        expression, path -> ParameterValues.root(state, state.variables(), path));
  }

  /** It cannot begin; a person may retry it with other values, or skip it. */
  private static void fail(Draft draft, String id, String code, String reason) {
    draft.add(new Event.NodeFailed(id, Failures.error(code, reason), Touched.NO, Map.of()));
    if (Plans.node(draft.state(), id).policy().onFailure() == Policy.OnFailure.SKIP) {
      draft.add(new Event.NodeSkipped(id, Optional.empty(), ""));
    }
  }

  private static void beginElements(Draft draft, String id, ForEach forEach) {
    NodeState node = draft.node(id);
    List<Object> items;
    if (node.elements().isPresent()) {
      items = node.elements().get().items(); // a retry: what succeeded stays as it is
    } else {
      Templates.Resolved resolved =
          ParameterValues.of(draft.state(), node, Map.of("items", forEach.items()));
      if (!resolved.faults().isEmpty()) {
        fail(draft, id, "INVALID_ITEMS", resolved.faults().get(0).message());
        return;
      }
      items = JsonValues.list((List<?>) resolved.value().get("items"));
    }
    if (items.size() > ForEach.MOST_ELEMENTS) {
      fail(
          draft,
          id,
          "TOO_MANY_ELEMENTS",
          "The list has " + items.size() + " elements; " + ForEach.MOST_ELEMENTS + " is the most.");
      return;
    }
    draft.add(new Event.ElementsBegan(id, node.attempts().size() + 1, items));
  }

  /** A new attempt, of the same intent where the last one may have touched the outside. */
  static void beginAttempt(Draft draft, String id) {
    NodeState node = draft.node(id);
    int intent = node.run().maybeTouched() ? node.run().intent() : node.run().intent() + 1;
    draft.add(
        new Event.NodeBecameReady(id, node.attempts().size() + 1, draft.nextCall(id), intent));
    draft.callOpen(id);
  }
}
