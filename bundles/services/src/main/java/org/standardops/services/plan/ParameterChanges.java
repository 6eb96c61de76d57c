package org.standardops.services.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;

/** Finds, in what was sent, what only the right MODIFY_PARAMETERS allows. */
public final class ParameterChanges {

  private ParameterChanges() {}

  /**
   * At creation and while the task stands still. What is sent back as it is was not changed.
   *
   * @param current values by KEY that the variables have now; empty at creation
   * @param currentParams by node id: the task's, or the process's at creation
   * @param params by node id
   */
  public static List<Fault> of(
      ProcessDefinition process,
      Map<String, Object> current,
      Map<String, Map<String, Object>> currentParams,
      Map<String, Object> variables,
      Map<String, Map<String, Object>> params) {
    List<Fault> faults = hidden(process, current, variables);
    params.forEach(
        (node, changes) ->
            faults.addAll(
                changed(
                    "/params/" + JsonValues.token(node),
                    currentParams.getOrDefault(node, Map.of()),
                    changes)));
    return faults;
  }

  private static List<Fault> changed(
      String at, Map<String, Object> current, Map<String, Object> changes) {
    return changes.keySet().stream()
        .filter(key -> !Objects.equals(changes.get(key), current.get(key)))
        .map(key -> lacking(at + "/" + JsonValues.token(key)))
        .toList();
  }

  /**
   * At a retry.
   *
   * @param currentParams of the node
   */
  public static List<Fault> ofRetry(
      ProcessDefinition process,
      Map<String, Object> current,
      Map<String, Object> currentParams,
      Map<String, Object> variables,
      Map<String, Object> params,
      Optional<String> atomVersion) {
    List<Fault> faults = hidden(process, current, variables);
    faults.addAll(changed("/params", currentParams, params));
    atomVersion.ifPresent(version -> faults.add(lacking("/atomVersion")));
    return faults;
  }

  /** A hidden variable that is sent back as it is was not changed. */
  private static List<Fault> hidden(
      ProcessDefinition process, Map<String, Object> current, Map<String, Object> variables) {
    return process.variables().stream()
        .filter(variable -> !variable.shown() && variables.containsKey(variable.key()))
        .filter(variable -> !Objects.equals(variables.get(variable.key()), now(variable, current)))
        .map(variable -> lacking(EnteredVariables.pointer(variable.key())))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Object now(Variable variable, Map<String, Object> current) {
    return current.containsKey(variable.key())
        ? current.get(variable.key())
        : variable.defaultValue().orElse(null);
  }

  private static Fault lacking(String pointer) {
    return new Fault(
        pointer, "FORBIDDEN", "Changing this needs the right MODIFY_PARAMETERS; leave it out.");
  }
}
