package org.standardops.model.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

  /** The same with other variables. */
  public ProcessDefinition withVariables(List<Variable> others) {
    return new ProcessDefinition(name, type, notification, timeout, onTimeout, others, steps);
  }

  /** All nodes, in the order of the process. */
  public Stream<Node> nodes() {
    return steps.stream().flatMap(step -> step.nodes().stream());
  }

  /** What happens when a task runs longer than its process's timeout. */
  public enum OnTimeout {
    NOTIFY,
    SUSPEND,
    TERMINATE
  }
}
