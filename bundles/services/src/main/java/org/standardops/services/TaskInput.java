package org.standardops.services;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client sends to create a task, or to change it while CREATED.
 *
 * @param name empty: the process's with {@code _yyyyMMddHHmmss}
 * @param nodes ids of the selected ones; empty: all
 * @param params by node id, merged over the process's by top-level key; JSON null removes
 * @param start at once
 */
public record TaskInput(
    Optional<String> name,
    Map<String, Object> variables,
    Optional<List<String>> nodes,
    Map<String, Map<String, Object>> params,
    Optional<Instant> startAt,
    boolean start) {

  /** The same with other values. */
  public TaskInput withVariables(Map<String, Object> values) {
    return new TaskInput(name, values, nodes, params, startAt, start);
  }
}
