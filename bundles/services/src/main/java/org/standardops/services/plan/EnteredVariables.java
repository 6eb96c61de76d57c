package org.standardops.services.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;
import org.standardops.services.check.JsonBounds;
import org.standardops.services.check.VariableCheck;

/**
 * The values of a task's variables: what was entered, else the default, else a JSON null. A value
 * is data: {@code ${…}} in it stays text.
 */
final class EnteredVariables {

  private final Map<String, Object> values = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> faulty = new HashSet<>();

  private EnteredVariables() {}

  /** By KEY; a JSON null is null. */
  Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }

  /** With pointers into what was sent. */
  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** KEYs that have a fault. */
  Set<String> faulty() {
    return Set.copyOf(faulty);
  }

  /**
   * For a new task.
   *
   * @param notAsked KEYs whose values nobody needs
   */
  static EnteredVariables of(
      ProcessDefinition process, Map<String, Object> entered, Set<String> notAsked) {
    EnteredVariables result = new EnteredVariables();
    result.unknown(process, entered);
    for (Variable variable : process.variables()) {
      Object value = entered.get(variable.key());
      result.put(
          variable,
          value == null ? variable.defaultValue().orElse(null) : value,
          variable.required() && !notAsked.contains(variable.key()));
    }
    return result;
  }

  /** For a task that is there: only what was sent is looked at, and no default steps in. */
  static EnteredVariables changed(ProcessDefinition process, Map<String, Object> entered) {
    EnteredVariables result = new EnteredVariables();
    result.unknown(process, entered);
    process.variables().stream()
        .filter(variable -> entered.containsKey(variable.key()))
        .forEach(
            variable -> result.put(variable, entered.get(variable.key()), variable.required()));
    return result;
  }

  private void unknown(ProcessDefinition process, Map<String, Object> entered) {
    Set<String> known = new HashSet<>();
    process.variables().forEach(variable -> known.add(variable.key()));
    entered.keySet().stream()
        .filter(key -> !known.contains(key))
        .forEach(key -> faults.add(Unknown.variable(pointer(key), key)));
  }

  private void put(Variable variable, Object value, boolean needed) {
    String at = pointer(variable.key());
    List<Fault> found = new ArrayList<>();
    if (value != null) {
      found.addAll(JsonBounds.check(at, value));
      if (found.isEmpty()) {
        VariableCheck.value(variable, value).forEach(fault -> found.add(fault.under(at)));
      }
    } else if (needed) {
      found.add(new Fault(at, "MISSING", "'" + variable.key() + "' is required; enter a value."));
    }
    values.put(variable.key(), value);
    if (!found.isEmpty()) {
      faults.addAll(found);
      faulty.add(variable.key());
    }
  }

  static String pointer(String key) {
    return "/variables/" + JsonValues.token(key);
  }
}
