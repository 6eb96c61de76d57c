package org.standardops.services.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.standardops.model.process.Variable;

/**
 * The JSON Schema of a parameter, as its atom describes it.
 *
 * @param root the schema of all parameters, in which references are followed
 * @param schema of the parameter itself
 * @param required true where the atom cannot do without it
 */
record ParameterSchema(Map<String, Object> root, Map<String, Object> schema, boolean required) {

  private static final int DEEPEST = 16;

  /** Words about a value, not rules for it: these become the variable's own. */
  private static final Set<String> NOTES =
      Set.of("title", "description", "default", "examples", "$schema", "$id", "$defs", "$comment");

  static ParameterSchema of(Map<String, Object> parameters) {
    return new ParameterSchema(parameters, parameters, true);
  }

  /** Of a parameter that no schema knows: what its value is. */
  static ParameterSchema ofValue(Object value) {
    String type;
    if (value instanceof Boolean) {
      type = "boolean";
    } else if (value instanceof Number) {
      type = "number";
    } else if (value instanceof List) {
      type = "array";
    } else {
      type = value instanceof Map ? "object" : "string";
    }
    return new ParameterSchema(Map.of(), Map.of("type", type), false);
  }

  /** Of a parameter further inside; empty where the schema knows none of this name. */
  Optional<ParameterSchema> at(List<String> names) {
    return names.isEmpty()
        ? Optional.of(this)
        : child(schema, names.get(0), 0).flatMap(found -> found.at(names.subList(1, names.size())));
  }

  private Optional<ParameterSchema> child(Map<String, Object> of, String name, int depth) {
    Map<String, Object> at = followed(of, depth);
    boolean needed = at.get("required") instanceof List<?> list && list.contains(name);
    Object found = null;
    if (at.get("properties") instanceof Map<?, ?> properties) {
      found = properties.get(name);
    }
    if (found == null && name.matches("[0-9]+")) {
      found = at.get("items");
    }
    if (found == null) {
      found = at.get("additionalProperties");
    }
    if (found instanceof Map<?, ?> map) {
      return Optional.of(
          new ParameterSchema(root, followed(ProcessJson.object(map), depth), needed));
    }
    return depth > DEEPEST
        ? Optional.empty()
        : Stream.of("allOf", "anyOf", "oneOf")
            .flatMap(word -> at.get(word) instanceof List<?> parts ? parts.stream() : Stream.of())
            .filter(Map.class::isInstance)
            .flatMap(part -> child(ProcessJson.object(part), name, depth + 1).stream())
            .findFirst();
  }

  private Map<String, Object> followed(Map<String, Object> schema, int depth) {
    if (depth > DEEPEST
        || !(schema.get("$ref") instanceof String reference)
        || !reference.startsWith("#/")) {
      return schema;
    }
    return Place.of(reference.substring(1))
        .in(root)
        .filter(Map.class::isInstance)
        .map(found -> followed(ProcessJson.object(found), depth + 1))
        .orElse(schema);
  }

  /**
   * A variable for it.
   *
   * @param named what it is called where nothing else says so
   * @param value that it has now; empty: none
   */
  Variable variable(String key, Optional<String> name, String named, Optional<Object> value) {
    Variable.Type type = type(value);
    Optional<Object> defaultValue =
        value
            .or(() -> Optional.ofNullable(schema.get("default")))
            .filter(found -> type != Variable.Type.SECRET || found instanceof Map);
    return new Variable(
        key,
        name.or(() -> text("title")).orElse(named),
        type,
        required || defaultValue.isEmpty(),
        true,
        defaultValue,
        text("description").orElse(""),
        ProcessJson.object(alone(schema, 0)));
  }

  private Optional<String> text(String note) {
    return schema.get(note) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private Variable.Type type(Optional<Object> value) {
    Optional<Variable.Type> told =
        Stream.of(Variable.Type.values())
            .filter(type -> type.name().equals(schema.get("x-type")))
            .findFirst();
    return told.orElseGet(() -> typeOf(schema, value));
  }

  private Variable.Type typeOf(Map<String, Object> of, Optional<Object> value) {
    if (of.get("enum") instanceof List) {
      return Variable.Type.CHOICE;
    }
    if (of.get("format") instanceof String format) {
      switch (format) {
        case "secret":
          return Variable.Type.SECRET;
        case "duration":
          return Variable.Type.DURATION;
        case "date-time":
          return Variable.Type.DATE_TIME;
        default:
          break;
      }
    }
    Object type = of.get("type") instanceof List<?> types ? types.get(0) : of.get("type");
    return switch (String.valueOf(type)) {
      case "boolean" -> Variable.Type.SWITCH;
      case "number", "integer" -> Variable.Type.NUMBER;
      case "array" -> listType(of);
      case "object" -> Variable.Type.LONG_TEXT;
      case "null" ->
          value
              .filter(found -> of.isEmpty() || type == null)
              .map(found -> typeOf(ofValue(found).schema(), Optional.empty()))
              .orElse(Variable.Type.TEXT);
      default -> Variable.Type.TEXT;
    };
  }

  private Variable.Type listType(Map<String, Object> of) {
    if (!(of.get("items") instanceof Map<?, ?> items)) {
      return Variable.Type.LIST;
    }
    Map<String, Object> element = followed(ProcessJson.object(items), 0);
    if (element.get("enum") instanceof List) {
      return Variable.Type.CHOICES;
    }
    return "object".equals(element.get("type")) ? Variable.Type.TABLE : Variable.Type.LIST;
  }

  /** The rules alone, with what they refer to in its place. */
  private Object alone(Object part, int depth) {
    if (part instanceof List<?> list) {
      return list.stream().map(element -> alone(element, depth)).toList();
    }
    if (!(part instanceof Map<?, ?>) || depth > DEEPEST) {
      return part;
    }
    Map<String, Object> rules = new LinkedHashMap<>();
    followed(ProcessJson.object(part), 0)
        .forEach(
            (word, value) -> {
              if (word.equals("properties") && value instanceof Map<?, ?> properties) {
                Map<String, Object> inner = new LinkedHashMap<>();
                properties.forEach(
                    (name, schema) -> inner.put((String) name, alone(schema, depth + 1)));
                rules.put(word, inner);
              } else if (word.equals("enum") || word.equals("const")) {
                rules.put(word, value);
              } else if (!NOTES.contains(word) && !word.startsWith("x-")) {
                rules.put(word, alone(value, depth + 1));
              }
            });
    return rules;
  }
}
