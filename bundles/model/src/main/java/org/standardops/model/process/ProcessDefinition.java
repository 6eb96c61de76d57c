package org.standardops.model.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What the author of a process wrote: serial steps of nodes, variables, notification, timeout.
 *
 * @param timeout of a whole task, from its start, standing still while SUSPENDED; empty: none
 */
public record ProcessDefinition(
    String name,
    ProcessType type,
    Optional<Notify> notification,
    Optional<Duration> timeout,
    OnTimeout onTimeout,
    List<Variable> variables,
    List<Step> steps) {

  public ProcessDefinition {
    variables = List.copyOf(variables);
    steps = List.copyOf(steps);
  }

  /** All nodes, in the order of the process. */
  public Stream<Node> nodes() {
    return steps.stream().flatMap(step -> step.nodes().stream());
  }

  public ProcessDefinition withName(String newName) {
    return new ProcessDefinition(newName, type, notification, timeout, onTimeout, variables, steps);
  }

  public ProcessDefinition withVariables(List<Variable> newVariables) {
    return new ProcessDefinition(name, type, notification, timeout, onTimeout, newVariables, steps);
  }

  /** The same process with another node in the place of each. */
  public ProcessDefinition withNodes(UnaryOperator<Node> change) {
    return new ProcessDefinition(
        name,
        type,
        notification,
        timeout,
        onTimeout,
        variables,
        steps.stream()
            .map(step -> step.withNodes(step.nodes().stream().map(change).toList()))
            .toList());
  }

  /** The same process with another step in the place of each. */
  public ProcessDefinition withSteps(UnaryOperator<Step> change) {
    return new ProcessDefinition(
        name,
        type,
        notification,
        timeout,
        onTimeout,
        variables,
        steps.stream().map(change).toList());
  }

  /** What happens when a task runs longer than its process's timeout. */
  public enum OnTimeout {
    NOTIFY,
    SUSPEND,
    TERMINATE
  }
}
