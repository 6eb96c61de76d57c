package org.standardops.rest.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
  static TaskService.Stage stage(Predicate<String> isSent) {
    boolean params = isSent.test("params");
    if (isSent.test("variables") || !isSent.test("nodes") && !params) {
      return TaskService.Stage.WHOLE;
    }
    return params ? TaskService.Stage.PARAMETERS : TaskService.Stage.SELECTION;
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
