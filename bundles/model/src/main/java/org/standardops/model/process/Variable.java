package org.standardops.model.process;

import java.util.Map;
import java.util.Optional;
import org.standardops.model.JsonValues;

/**
 * A named value of one process; {@code ${KEY}} in any parameter stands for it.
 *
 * @param key {@code [A-Za-z][A-Za-z0-9_]{0,63}}
 * @param shown false: a constant that is not asked for at task creation
 * @param defaultValue a JSON value; empty: none
 * @param schema JSON Schema that values must fit; it counts more than the type
 */
public record Variable(
    String key,
    String name,
    Type type,
    boolean required,
    boolean shown,
    Optional<Object> defaultValue,
    String help,
    Map<String, Object> schema) {

  public Variable {
    schema = JsonValues.object(schema);
  }

  /** The same with another default. */
  public Variable withDefault(Optional<Object> value) {
    return new Variable(key, name, type, required, shown, value, help, schema);
  }

  /** Which form a value is entered with. */
  public enum Type {
    TEXT,
    LONG_TEXT,
    NUMBER,
    SWITCH,
    CHOICE,
    CHOICES,
    DATE_TIME,
    DURATION,
    SECRET,
    LIST,
    TABLE,
    HOSTS,
    PEOPLE
  }
}
