package org.standardops.rest.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.core.Action;
import org.standardops.model.process.Step;
import org.standardops.model.task.StepStatus;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.Warning;

/**
 * A whole task as it is answered.
 *
 * @param nodes what is selected, while that can still be changed; so too the parameters
 */
public record TaskBody(
    String id,
    String name,
    TaskStatus state,
    boolean overdue,
    ProcessRef process,
    String business,
    TaskPlan.Origin origin,
    String createdBy,
    Instant createdAt,
    Optional<Instant> startAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Map<String, Object> variables,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<String>> nodes,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Map<String, Map<String, Object>>> params,
    List<StepBody> steps,
    List<Warning> warnings,
    Set<Action> allowed) {

  /** The process that a task was made of. */
  public record ProcessRef(String id, String name, int revision) {}

  /** A step of the task. */
  public record StepBody(
      String id,
      String name,
      Step.Mode mode,
      Step.Start start,
      StepStatus state,
      Optional<Boolean> condition,
      List<NodeBody> nodes,
      Set<Action> allowed) {}
}
