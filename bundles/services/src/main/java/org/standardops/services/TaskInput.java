package org.standardops.services;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.task.TaskPlan;

/**
 * What a client sends to create a task, or to change it while CREATED.
 *
 * @param name empty: the process's with {@code _yyyyMMddHHmmss}
 * @param nodes ids of the selected ones; empty: all
 * @param params by node id, merged over the process's by top-level key; JSON null removes
 * @param startAt at this time by itself; empty: a person starts it
 * @param start at once
 * @param origin where it comes from; the server knows, not the client
 */
public record TaskInput(
    Optional<String> name,
    Map<String, Object> variables,
    Optional<List<String>> nodes,
    Map<String, Map<String, Object>> params,
    Optional<Instant> startAt,
    boolean start,
    TaskPlan.Origin origin) {

  /** The same with other values. */
  public TaskInput withVariables(Map<String, Object> values) {
    return new TaskInput(name, values, nodes, params, startAt, start, origin);
  }
}
