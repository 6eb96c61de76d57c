package org.standardops.rest.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.task.TaskPlan;
import org.standardops.services.TaskInput;
import org.standardops.services.TaskService;

/** A task as a client sends it. */
record TaskForm(
    Optional<String> name,
    Optional<Map<String, Object>> variables,
    Optional<List<String>> nodes,
    Optional<Map<String, Map<String, Object>>> params,
    Optional<Instant> startAt,
    boolean start) {

  /** How far the person has come: what is not sent yet is not looked at. */
  TaskService.Stage stage() {
    if (variables.isPresent() || nodes.isEmpty() && params.isEmpty()) {
      return TaskService.Stage.WHOLE;
    }
    return params.isPresent() ? TaskService.Stage.PARAMETERS : TaskService.Stage.SELECTION;
  }

  TaskInput input(TaskPlan.Origin.Kind origin) {
    return new TaskInput(
        name,
        variables.orElse(Map.of()),
        nodes,
        params.orElse(Map.of()),
        startAt,
        start,
        new TaskPlan.Origin(origin, Optional.empty()));
  }
}
