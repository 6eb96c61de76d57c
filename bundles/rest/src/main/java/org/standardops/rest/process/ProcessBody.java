package org.standardops.rest.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.process.ForEach;
import org.standardops.model.process.Notify;
import org.standardops.model.process.Policy;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.ProcessType;
import org.standardops.model.process.Step;
import org.standardops.model.process.TimingType;
import org.standardops.model.process.Variable;
import org.standardops.services.ProcessView.ProcessAction;
import org.standardops.services.Warning;

/**
 * A whole process as it is answered; sent back, it means the same.
 *
 * @param comment of a revision only
 */
public record ProcessBody(
    String id,
    String business,
    int revision,
    Optional<Integer> publishedRevision,
    boolean draft,
    String name,
    ProcessType type,
    @JsonProperty("notify") Optional<Notify> notification,
    Optional<Duration> timeout,
    ProcessDefinition.OnTimeout onTimeout,
    List<VariableBody> variables,
    List<StepBody> steps,
    String createdBy,
    Instant createdAt,
    String updatedBy,
    Instant updatedAt,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> comment,
    List<Warning> warnings,
    List<ProcessAction> allowed) {

  /** A variable. */
  public record VariableBody(
      String key,
      String name,
      Variable.Type type,
      boolean required,
      boolean shown,
      @JsonProperty("default") Optional<Object> defaultValue,
      String help,
      Map<String, Object> schema) {}

  /** A step. */
  public record StepBody(
      String id,
      String name,
      Step.Mode mode,
      Step.Start start,
      Optional<String> when,
      Optional<Integer> limit,
      List<NodeBody> nodes) {}

  /**
   * A node.
   *
   * @param resolvedVersion the one that a new task would get; empty where the atom is unknown
   */
  public record NodeBody(
      String id,
      String name,
      String atom,
      Optional<String> atomVersion,
      Optional<String> resolvedVersion,
      TimingType timing,
      boolean mandatory,
      Map<String, Object> params,
      Policy policy,
      Map<String, String> outputs,
      Optional<String> when,
      Optional<ForEach> forEach) {}
}
