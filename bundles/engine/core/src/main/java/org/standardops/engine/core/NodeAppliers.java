package org.standardops.engine.core;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.JsonValues;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.WaitingFor;

/** Makes the next state from an event of a node; total. */
final class NodeAppliers {

  private NodeAppliers() {}

  static TaskState apply(TaskState state, Event.OfNode event, Instant at) {
    NodeChange node = new NodeChange(state.nodes().get(event.node()));
    switch (EventKind.of(event)) {
      case PARAMS_CHANGED -> node.params = ((Event.ParamsChanged) event).params();
      case NODE_BECAME_READY -> ready(node, (Event.NodeBecameReady) event, at);
      case NODE_CONDITION_DECIDED ->
          node.condition = Optional.of(((Event.NodeConditionDecided) event).met());
      case ELEMENTS_BEGAN -> elements(node, (Event.ElementsBegan) event, at);
      case CALL_BEGAN -> begun(node, (Event.CallBegan) event, timeout(state, event), at);
      case CALL_REOPENED -> reopened(node, (Event.CallReopened) event);
      case ATOM_WAS_MISSING ->
          node.waitFor(
              WaitingFor.Kind.ATOM_VERSION,
              ((Event.AtomWasMissing) event).detail(),
              Optional.empty());
      case ATOM_RETURNED -> waitForCapacity(node);
      case HANDLE_SAVED -> node.handle = Optional.of(((Event.HandleSaved) event).handle());
      case CHECKPOINT_SAVED ->
          node.checkpoint = Optional.of(((Event.CheckpointSaved) event).checkpoint());
      case WAIT_BEGAN -> waiting(node, (Event.WaitBegan) event);
      case CALLBACK_TAKEN ->
          node.answer =
              Optional.of(NodeRun.Answer.callback(((Event.CallbackTaken) event).body().get(0)));
      case PERSON_ANSWERED -> answered(node, (Event.PersonAnswered) event);
      case RESUME_BECAME_READY -> resume(node, (Event.ResumeBecameReady) event);
      case ENDING_BEGAN -> ending(node, (Event.EndingBegan) event);
      case CANCEL_BECAME_READY -> cancel(node, (Event.CancelBecameReady) event);
      case NODE_SUCCEEDED -> succeeded(node, ((Event.NodeSucceeded) event).outputs(), at);
      case NODE_FAILED -> failed(node, (Event.NodeFailed) event, at);
      case NODE_BECAME_UNKNOWN -> unknown(node, (Event.NodeBecameUnknown) event, at);
      case RETRY_SCHEDULED -> retryScheduled(node, (Event.RetryScheduled) event);
      case NODE_RETRIED -> {
        NodeState before = state.nodes().get(event.node());
        retried(node, (Event.NodeRetried) event);
        if (before.elements().isPresent()) {
          node.elements = Optional.of(retried(before, node));
        }
      }
      case NODE_SKIPPED -> skipped(node, at);
      case NODE_RESOLVED ->
          node.requestedBy = Optional.empty(); // the outcome's own event changes the node
      case NODE_TERMINATED -> terminated(node, (Event.NodeTerminated) event, at);
      case LATE_ANSWER_DROPPED -> node.lateAnswers++;
      default -> throw new IllegalArgumentException(event + " is no event of a node.");
    }
    TaskState next = with(goesOn(state, event, at), node.changed());
    return event instanceof Event.NodeSucceeded succeeded
        ? withVariables(next, mapped(state, succeeded))
        : next;
  }

  /** What happens to an element of a node that FAILED lets the node itself go on. */
  private static TaskState goesOn(TaskState state, Event.OfNode event, Instant at) {
    if (!ElementId.is(event.node()) || event instanceof Event.LateAnswerDropped) {
      return state;
    }
    NodeState of = state.nodes().get(ElementId.nodeOf(event.node()));
    if (of.status() != NodeStatus.FAILED) {
      return state;
    }
    NodeChange node = new NodeChange(of);
    node.status = NodeStatus.RUNNING;
    node.error = Optional.empty();
    node.endedAt = Optional.empty();
    node.showInAttempt();
    return with(state, node.changed());
  }

  private static void elements(NodeChange node, Event.ElementsBegan event, Instant at) {
    node.elements = node.elements.or(() -> Optional.of(Elements.of(event.items())));
    node.status = NodeStatus.RUNNING;
    node.error = Optional.empty();
    node.outputs = Map.of();
    node.startedAt = node.startedAt.or(() -> Optional.of(at));
    node.endedAt = Optional.empty();
    node.waitingFor = Optional.empty();
    node.variables = Optional.empty();
    node.beginAttempt(event.attempt(), at);
    node.showInAttempt();
  }

  /** Of a node that runs for each: those of its elements that failed, with what it has now. */
  private static Elements retried(NodeState node, NodeChange change) {
    Elements elements = node.elements().orElseThrow();
    for (int i = 0; i < elements.size(); i++) {
      NodeState element = elements.states().get(i);
      if (element != null && Steps.needsDecision(element)) {
        NodeChange again = new NodeChange(element);
        again.reset();
        again.params = change.params;
        again.atom = change.atom;
        again.requestedBy = change.requestedBy;
        elements = elements.with(i, again.changed());
      }
    }
    return elements;
  }

  /** Changes variables; attempts that are under way keep those that they began with. */
  static TaskState withVariables(TaskState s, Map<String, Object> changes) {
    if (changes.isEmpty()) {
      return s;
    }
    Map<String, NodeState> nodes = new LinkedHashMap<>(s.nodes());
    nodes.replaceAll(
        (id, node) -> {
          if (!node.isActive() || node.run().variables().isPresent()) {
            return node;
          }
          NodeChange change = new NodeChange(node);
          change.variables = Optional.of(s.variables());
          return change.changed();
        });
    Map<String, Object> variables = new LinkedHashMap<>(s.variables());
    variables.putAll(changes);
    return new TaskState(
        s.plan(),
        s.seq(),
        s.status(),
        s.overdue(),
        s.startedAt(),
        s.startedBy(),
        s.endedAt(),
        JsonValues.object(variables),
        nodes,
        s.continued(),
        s.ran(),
        s.runningSince(),
        s.conditions());
  }

  private static TaskState with(TaskState s, NodeState node) {
    NodeMap nodes = NodeMap.of(s.nodes()).with(node);
    return new TaskState(
        s.plan(),
        s.seq(),
        s.status(),
        s.overdue(),
        s.startedAt(),
        s.startedBy(),
        s.endedAt(),
        s.variables(),
        nodes,
        s.continued(),
        s.ran(),
        s.runningSince(),
        s.conditions());
  }

  private static Map<String, Object> mapped(TaskState state, Event.NodeSucceeded event) {
    if (ElementId.is(event.node())) {
      return Map.of();
    }
    Optional<Elements> elements = state.nodes().get(event.node()).elements();
    Map<String, Object> variables = new LinkedHashMap<>();
    Plans.node(state, event.node())
        .outputs()
        .forEach(
            (output, key) -> {
              if (elements.isPresent()) {
                variables.put(key, elements.get().outputs(output));
              } else if (event.outputs().containsKey(output)) {
                variables.put(key, event.outputs().get(output));
              }
            });
    return variables;
  }

  private static Optional<java.time.Duration> timeout(TaskState state, Event.OfNode event) {
    PlannedNode planned = Plans.node(state, event.node());
    return planned.policy().timeout();
  }

  private static void ready(NodeChange node, Event.NodeBecameReady event, Instant at) {
    node.status = NodeStatus.PENDING;
    node.error = Optional.empty();
    node.outputs = Map.of();
    node.startedAt = node.startedAt.or(() -> Optional.of(at));
    node.endedAt = Optional.empty();
    node.intentSince = node.intent == event.intent() ? node.intentSince : Optional.of(at);
    node.intent = event.intent();
    node.handle = Optional.empty();
    node.recovery = Optional.empty();
    node.answer = Optional.empty();
    node.variables = Optional.empty();
    node.open(OpenCall.of(event.call(), OpenCall.Kind.START));
    waitForCapacity(node);
    node.beginAttempt(event.attempt(), at);
  }

  private static void begun(
      NodeChange node, Event.CallBegan event, Optional<java.time.Duration> timeout, Instant at) {
    node.open = node.open.map(OpenCall::asBegun);
    node.recovery = Optional.of(event.recovery());
    if (node.deadline.isEmpty()) {
      node.deadline = timeout.map(at::plus);
    }
    if (node.open.isPresent() && node.open.get().acts()) {
      node.status = NodeStatus.RUNNING;
      node.waitingFor = Optional.empty();
      node.showInAttempt();
    }
  }

  private static void reopened(NodeChange node, Event.CallReopened event) {
    node.open = node.open.map(open -> open.reopened(event.call()));
    node.lastCall = event.call();
  }

  private static void waitForCapacity(NodeChange node) {
    node.waitFor(WaitingFor.Kind.CAPACITY, "", Optional.empty());
  }

  private static void waiting(NodeChange node, Event.WaitBegan event) {
    node.handle = Optional.of(event.handle());
    node.outputs = event.outputs().isEmpty() ? node.outputs : event.outputs();
    node.open = Optional.of(new OpenCall(event.call(), event.kind(), false, false, event.until()));
    node.lastCall = event.call();
    if (event.kind() == OpenCall.Kind.PERSON) {
      node.status = NodeStatus.AWAITING_PERSON;
      node.waitingFor = Optional.empty();
      node.question =
          Optional.of(new NodeRun.Question(event.detail(), event.people(), event.until()));
    } else {
      node.status = NodeStatus.WAITING;
      boolean poll = event.kind() == OpenCall.Kind.POLL;
      WaitingFor.Kind kind = poll ? WaitingFor.Kind.POLL : WaitingFor.Kind.CALLBACK;
      node.waitFor(event.shownAs().orElse(kind), event.detail(), event.until());
    }
    node.showInAttempt();
  }

  private static void answered(NodeChange node, Event.PersonAnswered event) {
    node.answer = Optional.of(NodeRun.Answer.person(event.approved(), event.by(), event.comment()));
  }

  private static void resume(NodeChange node, Event.ResumeBecameReady event) {
    node.question = Optional.empty();
    node.open(OpenCall.of(event.call(), OpenCall.Kind.RESUME));
    node.status = NodeStatus.RUNNING;
    node.waitingFor = Optional.empty();
    node.showInAttempt();
  }

  private static void ending(NodeChange node, Event.EndingBegan event) {
    boolean outsideIdle =
        node.open.map(open -> open.kind() == OpenCall.Kind.PERSON).orElse(false)
            || node.ending.map(Ending::outsideIdle).orElse(false);
    node.ending =
        Optional.of(
            new Ending(event.cause(), event.by(), event.comment(), event.until(), outsideIdle));
  }

  private static void cancel(NodeChange node, Event.CancelBecameReady event) {
    node.open(new OpenCall(event.call(), OpenCall.Kind.CANCEL, false, false, event.until()));
  }

  private static void succeeded(NodeChange node, Map<String, Object> outputs, Instant at) {
    node.outputs = outputs;
    node.error = Optional.empty();
    node.maybeTouched = false;
    node.checkpoint = Optional.empty();
    node.close(NodeStatus.SUCCEEDED, at);
    node.showInAttempt();
  }

  private static void skipped(NodeChange node, Instant at) {
    node.checkpoint = Optional.empty();
    node.close(NodeStatus.SKIPPED, at);
  }

  private static void failed(NodeChange node, Event.NodeFailed event, Instant at) {
    node.error = Optional.of(event.error());
    node.outputs = event.outputs().isEmpty() ? node.outputs : event.outputs();
    node.maybeTouched = event.touched() == Touched.MAYBE;
    node.close(NodeStatus.FAILED, at);
    node.showInAttempt();
  }

  private static void unknown(NodeChange node, Event.NodeBecameUnknown event, Instant at) {
    node.error = Optional.of(event.error());
    node.maybeTouched = true;
    node.close(NodeStatus.UNKNOWN, at);
    node.showInAttempt();
  }

  private static void retryScheduled(NodeChange node, Event.RetryScheduled event) {
    node.retries++;
    node.status = NodeStatus.WAITING;
    node.endedAt = Optional.empty();
    node.open(OpenCall.until(event.call(), OpenCall.Kind.RETRY_DELAY, event.until()));
    node.waitFor(WaitingFor.Kind.RETRY_DELAY, "", Optional.of(event.until()));
  }

  private static void retried(NodeChange node, Event.NodeRetried event) {
    node.status = NodeStatus.PENDING;
    node.params = event.params();
    node.atom = event.atom();
    node.requestedBy = Optional.of(event.by());
    node.maybeTouched = false;
    node.retries = 0;
    node.error = Optional.empty();
    node.outputs = Map.of();
    node.endedAt = Optional.empty();
  }

  private static void terminated(NodeChange node, Event.NodeTerminated event, Instant at) {
    node.error = event.error().or(() -> node.error);
    node.close(NodeStatus.TERMINATED, at);
    node.showInAttempt();
  }
}
