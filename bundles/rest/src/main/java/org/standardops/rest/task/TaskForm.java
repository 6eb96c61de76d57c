package org.standardops.rest.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.services.TaskInput;

/** A task as a client sends it. */
record TaskForm(
    Optional<String> name,
    Optional<Map<String, Object>> variables,
    Optional<List<String>> nodes,
    Optional<Map<String, Map<String, Object>>> params,
    Optional<Instant> startAt,
    boolean start) {

  TaskInput input() {
    return new TaskInput(
        name, variables.orElse(Map.of()), nodes, params.orElse(Map.of()), startAt, start);
  }
}
