package org.standardops.services.check;

import java.util.List;
import org.standardops.json.JsonSchema;
import org.standardops.model.Fault;
import org.standardops.model.SealedText;
import org.standardops.model.process.Variable;

/** Holds a variable's schema against the standard, and values against the schema. */
public final class VariableCheck {

  private VariableCheck() {}

  /** Faults of the variable itself; pointers into it. */
  public static List<Fault> definition(Variable variable) {
    List<Fault> patterns = JsonSchema.unsupportedPatterns(variable.schema());
    if (!patterns.isEmpty()) {
      return patterns.stream().map(fault -> fault.under("/schema")).toList();
    }
    JsonSchema schema;
    try {
      schema = JsonSchema.of(variable.schema());
    } catch (IllegalArgumentException e) {
      return List.of(new Fault("/schema", "INVALID_SCHEMA", e.getMessage()));
    }
    return variable
        .defaultValue()
        .filter(value -> !isSealed(variable, value))
        .map(value -> schema.check(value).stream().map(fault -> fault.under("/default")).toList())
        .orElse(List.of());
  }

  /**
   * Faults of a value; pointers into it.
   *
   * @param variable one whose definition has no fault
   */
  public static List<Fault> value(Variable variable, Object value) {
    return isSealed(variable, value) ? List.of() : JsonSchema.of(variable.schema()).check(value);
  }

  /** What stands for a secret was checked when the secret was entered. */
  private static boolean isSealed(Variable variable, Object value) {
    return variable.type() == Variable.Type.SECRET
        && (SealedText.is(value) || SealedText.isShown(value));
  }
}
