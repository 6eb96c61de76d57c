package org.standardops.services.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
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
        .withNodes(node -> renamed(node, key, newKey));
  }

  private static Node renamed(Node node, String key, String newKey) {
    Map<String, String> outputs = new LinkedHashMap<>();
    node.outputs().forEach((output, name) -> outputs.put(output, name.equals(key) ? newKey : name));
    return node.withParams(Templates.renamed(node.params(), key, newKey)).withOutputs(outputs);
  }
}
