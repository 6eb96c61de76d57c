package org.standardops.engine.core;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.JsonValues;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;

/**
 * All that is known of a task after its event number {@code seq}. Immutable; only {@link #apply}
 * makes the next one.
 *
 * @param seq of the last event applied, from 1
 * @param variables the plan's, changes made since, and outputs that became variables
 * @param nodes by id, in the plan's order
 */
public record TaskState(
    TaskPlan plan,
    int seq,
    TaskStatus status,
    boolean overdue,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Map<String, Object> variables,
    Map<String, NodeState> nodes) {

  public TaskState {
    variables = JsonValues.object(variables);
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
  }
}
