package org.standardops.services.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.process.Node;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.task.TaskPlan;
import org.standardops.services.TaskInput;
import org.standardops.services.Warning;

/** Makes what was entered for one revision of a process fit another, and tells what is lost. */
public final class Fitting {

  private final ProcessDefinition process;
  private final List<Warning> warnings = new ArrayList<>();
  private final Map<String, Object> variables;
  private final Map<String, Map<String, Object>> params = new HashMap<>();
  private final Optional<List<String>> nodes;
  private final TaskInput input;

  private Fitting(ProcessDefinition process, TaskInput input) {
    this.process = process;
    this.input = input;
    this.variables = new HashMap<>(input.variables());
    input.params().forEach((node, values) -> params.put(node, new HashMap<>(values)));
    this.nodes = input.nodes().flatMap(this::fitting);
  }

  /**
   * What came of it.
   *
   * @param warnings what was left out, and what is still at fault
   */
  public record Fitted(TaskPlan plan, List<Warning> warnings) {}

  /**
   * Leaves out whatever has a fault, as long as there is any.
   *
   * @param forbidden faults of what the person may not bring along
   */
  public static Fitted fit(
      ProcessDefinition process,
      TaskInput input,
      Function<TaskInput, List<Fault>> forbidden,
      Function<TaskInput, TaskPlanner.Planned> plan) {
    Fitting fitting = new Fitting(process, input);
    fitting.leaveOut(forbidden.apply(fitting.fitted()));
    TaskPlanner.Planned planned = plan.apply(fitting.fitted());
    while (fitting.leaveOut(planned.faults())) {
      planned = plan.apply(fitting.fitted());
    }
    planned.faults().forEach(fitting::warn);
    return new Fitted(planned.plan(), fitting.warnings.stream().distinct().toList());
  }

  /** Nodes that are gone are left out, mandatory ones come along; none left: all. */
  private Optional<List<String>> fitting(List<String> selected) {
    Set<String> wanted = new HashSet<>(selected);
    List<String> fitting =
        process
            .nodes()
            .filter(node -> node.mandatory() || wanted.remove(node.id()))
            .map(Node::id)
            .toList();
    wanted.removeAll(fitting);
    wanted.stream().sorted().forEach(id -> warn(Unknown.node("/nodes", id)));
    return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting);
  }

  private TaskInput fitted() {
    Map<String, Map<String, Object>> kept = new HashMap<>();
    params.forEach((node, values) -> kept.put(node, new HashMap<>(values)));
    return new TaskInput(
        input.name(),
        new HashMap<>(variables),
        nodes,
        kept,
        input.startAt(),
        input.start(),
        input.origin());
  }

  /** False where there was nothing to leave out. */
  private boolean leaveOut(List<Fault> faults) {
    boolean any = false;
    for (Fault fault : faults) {
      if (leaveOut(fault.pointer().split("/"))) {
        warn(fault);
        any = true;
      }
    }
    return any;
  }

  private boolean leaveOut(String[] tokens) {
    if (tokens.length > 2 && tokens[1].equals("variables")) {
      return variables.keySet().removeIf(key -> JsonValues.token(key).equals(tokens[2]));
    }
    if (tokens.length > 2 && tokens[1].equals("params")) {
      return tokens.length == 3
          ? params.keySet().removeIf(node -> JsonValues.token(node).equals(tokens[2]))
          : params
              .getOrDefault(tokens[2], new HashMap<>())
              .keySet()
              .removeIf(key -> JsonValues.token(key).equals(tokens[3]));
    }
    return false;
  }

  private void warn(Fault fault) {
    warnings.add(new Warning(fault.pointer(), fault.code(), fault.message()));
  }
}
