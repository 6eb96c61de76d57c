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

  public Variable withKey(String newKey) {
    return new Variable(newKey, name, type, required, shown, defaultValue, help, schema);
  }

  /** Which form a value is entered with. */
  public enum Type {
    TEXT(Map.of("type", "string", "maxLength", 4_000)),
    LONG_TEXT(Map.of("type", "string")),
    NUMBER(Map.of("type", "number")),
    SWITCH(Map.of("type", "boolean")),
    CHOICE(Map.of("type", "string")),
    CHOICES(listOf(Map.of("type", "string"), true)),
    DATE_TIME(Map.of("type", "string", "format", "date-time")),
    DURATION(Map.of("type", "string", "format", "duration")),
    SECRET(Map.of("type", "string", "format", "secret")),
    LIST(listOf(Map.of("type", "string"), false)),
    TABLE(listOf(Map.of("type", "object"), false)),
    HOSTS(listOf(Map.of("type", "string", "minLength", 1, "maxLength", 255), true)),
    PEOPLE(listOf(Map.of("type", "string", "minLength", 1, "maxLength", 64), true));

    private final Map<String, Object> schema;

    Type(Map<String, Object> schema) {
      this.schema = JsonValues.object(schema);
    }

    private static Map<String, Object> listOf(Map<String, Object> element, boolean unique) {
      return unique
          ? Map.of("type", "array", "items", element, "uniqueItems", true)
          : Map.of("type", "array", "items", element);
    }

    /** The JSON Schema of a variable whose author wrote none. */
    public Map<String, Object> schema() {
      return schema;
    }
  }
}
