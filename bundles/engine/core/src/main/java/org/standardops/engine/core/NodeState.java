package org.standardops.engine.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.JsonValues;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.WaitingFor;

/**
 * A node of a task.
 *
 * @param atom the version that the next or current attempt runs on
 * @param attempt 0 before the first, then counting up for ever
 * @param params what the current attempt runs with, references not replaced
 * @param startedAt of the first attempt
 * @param attempts all attempts, oldest first, the current one last
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
    List<AttemptState> attempts) {

  public NodeState {
    params = JsonValues.object(params);
    outputs = JsonValues.object(outputs);
    attempts = List.copyOf(attempts);
  }
}
