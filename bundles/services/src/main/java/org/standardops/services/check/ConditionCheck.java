package org.standardops.services.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.standardops.expression.Expressions;
import org.standardops.model.Fault;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Step;

/** Holds conditions and lists of a process against what has a value when they are looked at. */
final class ConditionCheck {

  private static final Expressions EXPRESSIONS = new Expressions();

  private final Map<String, Map<String, Object>> schemas = new HashMap<>();
  private final Map<String, ReferenceScope> scopes;
  private final List<Fault> faults = new ArrayList<>();

  private ConditionCheck(ProcessDefinition process, Map<String, ReferenceScope> scopes) {
    this.scopes = scopes;
    process.variables().forEach(variable -> schemas.put(variable.key(), variable.schema()));
  }

  /**
   * Every fault, with pointers into the process.
   *
   * @param scopes what is known when each node starts, by node
   */
  static List<Fault> of(ProcessDefinition process, Map<String, ReferenceScope> scopes) {
    ConditionCheck check = new ConditionCheck(process, scopes);
    for (int i = 0; i < process.steps().size(); i++) {
      check.step("/steps/" + i, process.steps().get(i));
    }
    return check.faults;
  }

  private void step(String at, Step step) {
    if (!step.nodes().isEmpty()) {
      ReferenceScope scope = scopes.get(step.nodes().get(0).id());
      step.when().ifPresent(when -> condition(at + "/when", when, scope));
    }
    for (int i = 0; i < step.nodes().size(); i++) {
      String node = at + "/nodes/" + i;
      ReferenceScope scope = scopes.get(step.nodes().get(i).id());
      step.nodes().get(i).when().ifPresent(when -> condition(node + "/when", when, scope));
      step.nodes()
          .get(i)
          .forEach()
          .ifPresent(
              forEach ->
                  scope
                      .check(Map.of("items", forEach.items()))
                      .forEach(fault -> faults.add(fault.under(node + "/forEach"))));
    }
  }

  private void condition(String at, String condition, ReferenceScope scope) {
    Map<String, Map<String, Object>> known = new HashMap<>();
    scope.keys().forEach(key -> known.put(key, schemas.getOrDefault(key, Map.of())));
    faults.addAll(EXPRESSIONS.check(at, condition, known));
    scope.checkCondition(condition).forEach(fault -> faults.add(fault.under(at)));
  }
}
