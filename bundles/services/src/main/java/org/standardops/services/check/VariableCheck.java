package org.standardops.services.check;

import java.util.List;
import org.standardops.json.JsonSchema;
import org.standardops.model.Fault;
import org.standardops.model.process.Variable;

/** Holds a variable's schema against the standard, and values against the schema. */
public final class VariableCheck {

  private VariableCheck() {}

  /** Faults of the variable itself; pointers into it. */
  public static List<Fault> definition(Variable variable) {
    JsonSchema schema;
    try {
      schema = JsonSchema.of(variable.schema());
    } catch (IllegalArgumentException e) {
      return List.of(new Fault("/schema", "INVALID_SCHEMA", e.getMessage()));
    }
    return variable
        .defaultValue()
        .map(value -> schema.check(value).stream().map(fault -> fault.under("/default")).toList())
        .orElse(List.of());
  }

  /**
   * Faults of a value; pointers into it.
   *
   * @param variable one whose definition has no fault
   */
  public static List<Fault> value(Variable variable, Object value) {
    return JsonSchema.of(variable.schema()).check(value);
  }
}
