package org.standardops.rest.process;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.standardops.model.JsonValues;
import org.standardops.model.process.ForEach;
import org.standardops.model.process.Node;
import org.standardops.model.process.Notify;
import org.standardops.model.process.Policy;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Step;
import org.standardops.model.process.TimingType;
import org.standardops.model.process.Variable;
import org.standardops.rest.process.ProcessInput.NodeInput;
import org.standardops.rest.process.ProcessInput.NotifyInput;
import org.standardops.rest.process.ProcessInput.PolicyInput;
import org.standardops.rest.process.ProcessInput.RetryInput;
import org.standardops.rest.process.ProcessInput.StepInput;
import org.standardops.rest.process.ProcessInput.VariableInput;

/** From what a client sent to the process that it means, with every default in its place. */
final class ProcessInputMapper {

  private final Map<String, TimingType> timings;

  private ProcessInputMapper(Map<String, TimingType> timings) {
    this.timings = timings;
  }

  /**
   * The process.
   *
   * @param timings of atoms, by code, for nodes without a timing type of their own
   */
  static ProcessDefinition definition(ProcessInput input, Map<String, TimingType> timings) {
    return new ProcessInputMapper(timings).definition(input);
  }

  private ProcessDefinition definition(ProcessInput input) {
    return new ProcessDefinition(
        input.name(),
        input.type(),
        input.notification().map(ProcessInputMapper::notification),
        input.timeout(),
        input.onTimeout().orElse(ProcessDefinition.OnTimeout.NOTIFY),
        input.variables().orElse(List.of()).stream().map(ProcessInputMapper::variable).toList(),
        input.steps().stream().map(this::step).toList());
  }

  private static Notify notification(NotifyInput input) {
    return new Notify(
        input.on(),
        input.by(),
        input.people().orElse(List.of()),
        input.roles().orElse(List.of()),
        input.starter());
  }

  private static Variable variable(VariableInput input) {
    return new Variable(
        input.key(),
        input.name().orElse(input.key()),
        input.type(),
        input.required(),
        input.shown().orElse(true),
        input.defaultValue(),
        input.help().orElse(""),
        input.schema().orElseGet(() -> input.type().schema()));
  }

  private Step step(StepInput input) {
    return new Step(
        input.id(),
        input.name().orElse(input.id()),
        input.mode().orElse(Step.Mode.SERIAL),
        input.start().orElse(Step.Start.AUTOMATIC),
        input.nodes().stream().map(this::node).toList(),
        input.when(),
        input.limit());
  }

  private Node node(NodeInput input) {
    return new Node(
        input.id(),
        input.name().orElse(input.id()),
        input.atom(),
        input.atomVersion(),
        input
            .timing()
            .orElseGet(() -> timings.getOrDefault(input.atom(), TimingType.OPERATION_EXECUTION)),
        input.mandatory(),
        input.params().orElse(Map.of()),
        input.policy().map(ProcessInputMapper::policy).orElse(Policy.DEFAULT),
        input.outputs().orElse(Map.of()),
        input.when(),
        input.forEach().map(ProcessInputMapper::forEach));
  }

  private static ForEach forEach(ProcessInput.ForEachInput input) {
    ForEach.Tolerate none = ForEach.Tolerate.NONE;
    return new ForEach(
        input.items() instanceof List<?> list ? JsonValues.list(list) : List.of(input.items()),
        input.as().orElse("item"),
        input.limit().orElse(1),
        input
            .tolerate()
            .map(
                tolerate ->
                    new ForEach.Tolerate(
                        tolerate.failures().orElse(none.failures()),
                        tolerate.share().map(BigDecimal::doubleValue).orElse(none.share())))
            .orElse(none));
  }

  private static Policy policy(PolicyInput input) {
    return new Policy(
        input.retry().map(ProcessInputMapper::retry).orElse(Policy.Retry.NONE),
        input.timeout(),
        input.onFailure().orElse(Policy.OnFailure.STOP));
  }

  private static Policy.Retry retry(RetryInput input) {
    return new Policy.Retry(
        input.attempts().orElse(Policy.Retry.NONE.attempts()),
        input.delay().orElse(Policy.Retry.NONE.delay()),
        input.backoff().map(BigDecimal::doubleValue).orElse(Policy.Retry.NONE.backoff()));
  }
}
