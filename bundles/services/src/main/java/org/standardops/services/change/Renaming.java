package org.standardops.services.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.expression.Expressions;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.ProductException;
import org.standardops.model.process.ForEach;
import org.standardops.model.process.Node;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.template.Templates;

/** Gives a variable another KEY, and every place that uses it. */
public final class Renaming {

  private Renaming() {}

  /**
   * The process with the new KEY in it.
   *
   * @throws ProductException NOT_FOUND where nothing has the KEY, INVALID where the new one is none
   *     or taken
   */
  public static ProcessDefinition of(ProcessDefinition process, String key, String newKey) {
    Keys keys = Keys.of(process);
    if (!keys.contains(key)) {
      throw ProductException.notFound("A variable or output with the KEY " + key);
    }
    List<Fault> faults = key.equals(newKey) ? List.of() : keys.check("/key", newKey);
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
    return process
        .withVariables(
            process.variables().stream()
                .map(variable -> variable.key().equals(key) ? variable.withKey(newKey) : variable)
                .toList())
        .withNodes(node -> renamed(node, key, newKey))
        .withSteps(step -> step.withWhen(renamed(step.when(), key, newKey)));
  }

  private static Node renamed(Node node, String key, String newKey) {
    Map<String, String> outputs = new LinkedHashMap<>();
    node.outputs().forEach((output, name) -> outputs.put(output, name.equals(key) ? newKey : name));
    return node.withParams(Templates.renamed(node.params(), key, newKey))
        .withOutputs(outputs)
        .withWhen(renamed(node.when(), key, newKey))
        .withForEach(node.forEach().map(forEach -> renamed(forEach, key, newKey)));
  }

  private static Optional<String> renamed(Optional<String> when, String key, String newKey) {
    return when.map(condition -> Expressions.renamed(condition, key, newKey));
  }

  private static ForEach renamed(ForEach forEach, String key, String newKey) {
    Map<String, Object> items = Templates.renamed(Map.of("items", forEach.items()), key, newKey);
    return new ForEach(
        JsonValues.list((List<?>) items.get("items")),
        forEach.as(),
        forEach.limit(),
        forEach.tolerate());
  }
}
