package org.standardops.engine.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.JsonValues;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.WaitingFor;

/**
 * A node of a task.
 *
 * @param atom the version that the next or current attempt runs on
 * @param attempt 0 before the first, then counting up for ever
 * @param params what the current attempt runs with, references not replaced
 * @param startedAt of the first attempt
 * @param attempts all attempts, oldest first, the current one last
 * @param run what only the engine needs
 * @param elements of a node that runs for each of a list, once it has begun; it has no calls of its
 *     own then
 */
public record NodeState(
    String id,
    NodeStatus status,
    AtomRef atom,
    int attempt,
    Map<String, Object> params,
    Optional<WaitingFor> waitingFor,
    Optional<NodeError> error,
    Map<String, Object> outputs,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    List<AttemptState> attempts,
    NodeRun run,
    Optional<Elements> elements) {

  public NodeState {
    params = JsonValues.object(params);
    outputs = JsonValues.object(outputs);
    attempts = List.copyOf(attempts);
    elements = elements == null ? Optional.empty() : elements; // older snapshots have none
  }

  /** A node that runs once. */
  public NodeState(
      String id,
      NodeStatus status,
      AtomRef atom,
      int attempt,
      Map<String, Object> params,
      Optional<WaitingFor> waitingFor,
      Optional<NodeError> error,
      Map<String, Object> outputs,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt,
      List<AttemptState> attempts,
      NodeRun run) {
    this(
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
        run,
        Optional.empty());
  }

  /** An element that has not begun, of a node that runs for each. */
  static NodeState element(NodeState of, String id) {
    return new NodeState(
        id,
        NodeStatus.PENDING,
        of.atom(),
        0,
        of.params(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        NodeRun.after(of.run().intent(), of.run().lastCall()));
  }

  /** A node as its plan has it. */
  static NodeState planned(PlannedNode node) {
    return new NodeState(
        node.id(),
        node.selected() ? NodeStatus.PENDING : NodeStatus.EXCLUDED,
        node.atom(),
        0,
        node.params(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        NodeRun.NEW);
  }

  /** True where a call or wait is open, or elements are under way: the node goes on by itself. */
  public boolean isActive() {
    return run.open().isPresent() || runsForEach();
  }

  /** True while it runs for each of its elements. */
  boolean runsForEach() {
    return elements.isPresent() && status == NodeStatus.RUNNING;
  }

  /** What a node that is AWAITING_PERSON asks. */
  public Optional<NodeRun.Question> question() {
    return run.question();
  }
}
