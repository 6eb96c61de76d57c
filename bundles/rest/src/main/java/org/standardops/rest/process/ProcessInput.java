package org.standardops.rest.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.process.Notify;
import org.standardops.model.process.Policy;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.ProcessType;
import org.standardops.model.process.Step;
import org.standardops.model.process.TimingType;
import org.standardops.model.process.Variable;
import org.standardops.services.Save;

/** A process as a client sends it; what is left out has a default. */
record ProcessInput(
    String name,
    ProcessType type,
    @JsonProperty("notify") Optional<NotifyInput> notification,
    Optional<Duration> timeout,
    Optional<ProcessDefinition.OnTimeout> onTimeout,
    Optional<List<VariableInput>> variables,
    List<StepInput> steps,
    boolean draft,
    Optional<String> comment) {

  Save save() {
    return new Save(draft, comment.orElse(""));
  }

  record NotifyInput(
      List<Notify.On> on,
      List<Notify.Channel> by,
      Optional<List<String>> people,
      Optional<List<Notify.Role>> roles,
      boolean starter) {}

  record VariableInput(
      String key,
      Optional<String> name,
      Variable.Type type,
      boolean required,
      Optional<Boolean> shown,
      @JsonProperty("default") Optional<Object> defaultValue,
      Optional<String> help,
      Optional<Map<String, Object>> schema) {}

  record StepInput(
      String id,
      Optional<String> name,
      Optional<Step.Mode> mode,
      Optional<Step.Start> start,
      Optional<String> when,
      Optional<Integer> limit,
      List<NodeInput> nodes) {}

  record NodeInput(
      String id,
      Optional<String> name,
      String atom,
      Optional<String> atomVersion,
      Optional<TimingType> timing,
      boolean mandatory,
      Optional<Map<String, Object>> params,
      Optional<PolicyInput> policy,
      Optional<Map<String, String>> outputs,
      Optional<String> when,
      Optional<ForEachInput> forEach) {}

  /**
   * @param items a list, or {@code ${KEY}} of one
   */
  record ForEachInput(
      Object items,
      Optional<String> as,
      Optional<Integer> limit,
      Optional<TolerateInput> tolerate) {}

  record TolerateInput(Optional<Integer> failures, Optional<BigDecimal> share) {}

  record PolicyInput(
      Optional<RetryInput> retry,
      Optional<Duration> timeout,
      Optional<Policy.OnFailure> onFailure) {}

  record RetryInput(
      Optional<Integer> attempts, Optional<Duration> delay, Optional<BigDecimal> backoff) {}
}
