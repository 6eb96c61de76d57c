package org.standardops.engine.core;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.JsonValues;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.NodeStatus;

/**
 * One attempt of a node.
 *
 * @param by who asked for it: a person's name; empty for the engine itself
 */
public record AttemptState(
    int attempt,
    NodeStatus status,
    Map<String, Object> params,
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<NodeError> error,
    Map<String, Object> outputs,
    Optional<String> by) {

  public AttemptState {
    params = JsonValues.object(params);
    outputs = JsonValues.object(outputs);
  }
}
