package org.standardops.services.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.ProductException;
import org.standardops.model.process.Node;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;
import org.standardops.model.template.Templates;
import org.standardops.services.VariableService.Parameter;

/** Makes a variable of a parameter, and puts {@code ${KEY}} in its place. */
public final class NewVariable {

  private NewVariable() {}

  /**
   * The process with one variable more.
   *
   * @param schemaOf the JSON Schema of a node's parameters; empty where its atom is unknown
   * @throws ProductException INVALID, with pointers into what was sent
   */
  public static ProcessDefinition add(
      ProcessDefinition process,
      Parameter parameter,
      Function<Node, Map<String, Object>> schemaOf) {
    Node node =
        process
            .nodes()
            .filter(candidate -> candidate.id().equals(parameter.node()))
            .findFirst()
            .orElseThrow(
                () ->
                    refused(
                        "/node",
                        "UNKNOWN_NODE",
                        "The process has no atom node '" + parameter.node() + "'."));
    Place place = Place.of(parameter.pointer());
    Optional<ParameterSchema> schema = ParameterSchema.of(schemaOf.apply(node)).at(place.names());
    Optional<Object> written = place.in(node.params());
    if (written.isEmpty() && schema.isEmpty()) {
      throw refused(
          "/pointer", "UNKNOWN_FIELD", "The node has no parameter at '" + place.pointer() + "'.");
    }
    Optional<Object> value = written.map(NewVariable::plain);
    Keys keys = Keys.of(process);
    String key = parameter.key().orElseGet(() -> keys.propose(place.name().orElse(node.id())));
    List<Fault> faults = keys.check("/key", key);
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
    List<Variable> variables = new ArrayList<>(process.variables());
    variables.add(
        schema
            .orElseGet(() -> ParameterSchema.ofValue(value.orElseThrow()))
            .variable(key, parameter.name(), place.name().orElse(key), value));
    Map<String, Object> params = place.put(node.params(), "${" + key + "}");
    return process
        .withVariables(variables)
        .withNodes(other -> other.id().equals(node.id()) ? other.withParams(params) : other);
  }

  /** A value as it is meant: what is escaped in a parameter is plain in a variable. */
  private static Object plain(Object value) {
    if (!Templates.references(value).isEmpty()) {
      throw refused(
          "/pointer",
          "HOLDS_REFERENCE",
          "There is a reference ${…} in this parameter already; a variable's value cannot hold one.");
    }
    return Templates.resolve(JsonValues.object(Map.of("value", value)), path -> Optional.empty())
        .value()
        .get("value");
  }

  static ProductException refused(String pointer, String code, String message) {
    return ProductException.invalid(List.of(new Fault(pointer, code, message)));
  }
}
