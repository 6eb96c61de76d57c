package org.standardops.engine.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.WaitingFor;

/** A node under change, for the appliers alone. */
final class NodeChange {

  private final String id;
  NodeStatus status;
  AtomRef atom;
  int attempt;
  Map<String, Object> params;
  Optional<WaitingFor> waitingFor;
  Optional<NodeError> error;
  Map<String, Object> outputs;
  Optional<Instant> startedAt;
  Optional<Instant> endedAt;
  private final List<AttemptState> attempts;

  int intent;
  Optional<Instant> intentSince;
  boolean maybeTouched;
  int lastCall;
  int retries;
  Optional<OpenCall> open;
  Optional<Map<String, Object>> handle;
  Optional<Instant> deadline;
  Optional<RecoveryClass> recovery;
  Optional<Ending> ending;
  Optional<NodeRun.Answer> answer;
  Optional<NodeRun.Question> question;
  Optional<Map<String, Object>> variables;
  Optional<String> requestedBy;
  int lateAnswers;
  Optional<Boolean> condition;
  Optional<Elements> elements;
  Optional<Map<String, Object>> checkpoint;

  NodeChange(NodeState node) {
    id = node.id();
    status = node.status();
    atom = node.atom();
    attempt = node.attempt();
    params = node.params();
    waitingFor = node.waitingFor();
    error = node.error();
    outputs = node.outputs();
    startedAt = node.startedAt();
    endedAt = node.endedAt();
    attempts = new ArrayList<>(node.attempts());
    NodeRun run = node.run();
    intent = run.intent();
    intentSince = run.intentSince();
    maybeTouched = run.maybeTouched();
    lastCall = run.lastCall();
    retries = run.retries();
    open = run.open();
    handle = run.handle();
    deadline = run.deadline();
    recovery = run.recovery();
    ending = run.ending();
    answer = run.answer();
    question = run.question();
    variables = run.variables();
    requestedBy = run.requestedBy();
    lateAnswers = run.lateAnswers();
    condition = run.condition();
    elements = node.elements();
    checkpoint = run.checkpoint();
  }

  /** As before its first attempt, but for what was tried and the numbers that were given out. */
  void reset() {
    status = NodeStatus.PENDING;
    maybeTouched = false;
    retries = 0;
    open = Optional.empty();
    waitingFor = Optional.empty();
    handle = Optional.empty();
    deadline = Optional.empty();
    recovery = Optional.empty();
    ending = Optional.empty();
    answer = Optional.empty();
    question = Optional.empty();
    variables = Optional.empty();
    condition = Optional.empty();
    error = Optional.empty();
    outputs = Map.of();
    endedAt = Optional.empty();
  }

  void open(OpenCall call) {
    open = Optional.of(call);
    lastCall = call.number();
  }

  void waitFor(WaitingFor.Kind kind, String detail, Optional<Instant> until) {
    waitingFor = Optional.of(new WaitingFor(kind, detail, until));
  }

  void beginAttempt(int number, Instant at) {
    attempt = number;
    attempts.add(
        new AttemptState(
            number,
            NodeStatus.PENDING,
            params,
            at,
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            requestedBy));
    requestedBy = Optional.empty();
  }

  /** The current attempt looks as the node does. */
  void showInAttempt() {
    if (attempts.isEmpty()) {
      return;
    }
    AttemptState last = attempts.get(attempts.size() - 1);
    attempts.set(
        attempts.size() - 1,
        new AttemptState(
            last.attempt(),
            status,
            last.params(),
            last.startedAt(),
            endedAt,
            error,
            outputs,
            last.by()));
  }

  /** Nothing is open any more. */
  void close(NodeStatus end, Instant at) {
    status = end;
    endedAt = Optional.of(at);
    open = Optional.empty();
    waitingFor = Optional.empty();
    deadline = Optional.empty();
    ending = Optional.empty();
    question = Optional.empty();
    variables = Optional.empty();
  }

  NodeState changed() {
    return new NodeState(
        id,
        status,
        atom,
        attempt,
        params,
        waitingFor,
        error,
        outputs,
        startedAt,
        endedAt,
        attempts,
        new NodeRun(
            intent,
            intentSince,
            maybeTouched,
            lastCall,
            retries,
            open,
            handle,
            deadline,
            recovery,
            ending,
            answer,
            question,
            variables,
            requestedBy,
            lateAnswers,
            condition,
            checkpoint),
        elements);
  }
}
