package org.standardops.components.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns schemas of OpenAPI 3.0 and 3.1 into JSON Schema 2020-12 for one atom. What they refer to
 * comes along under {@code $defs}. Keywords that are not known are left out, and so is what lets a
 * schema load another.
 */
final class Schemas {

  private static final int MOST_DEFINITIONS = 300;
  private static final Set<String> SCHEMAS_BY_NAME = Set.of("properties", "patternProperties");
  private static final Set<String> LISTS_OF_SCHEMAS =
      Set.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final Set<String> ONE_SCHEMA =
      Set.of("items", "additionalProperties", "not", "propertyNames", "contains");
  private static final Set<String> VALUES =
      Set.of(
          "type",
          "enum",
          "const",
          "format",
          "title",
          "description",
          "default",
          "examples",
          "minLength",
          "maxLength",
          "pattern",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties",
          "required",
          "minContains",
          "maxContains",
          "x-zh-CN");

  private final Document document;
  private final boolean request;

  /** By reference, the name under {@code $defs}. */
  private final Map<String, String> names = new LinkedHashMap<>();

  private final Map<String, Object> definitions = new LinkedHashMap<>();

  /**
   * @param request true for what is sent: fields that only answers have are left out
   */
  Schemas(Document document, boolean request) {
    this.document = document;
    this.request = request;
  }

  /** A schema of the document. */
  Object converted(String pointer, Object schema) throws Unfit {
    if (schema instanceof Boolean any) {
      return any ? Map.of() : Map.of("not", Map.of());
    }
    if (!(schema instanceof Map<?, ?> map)) {
      throw new Unfit(pointer, "WRONG_TYPE", "A schema is an object.");
    }
    Map<String, Object> from = Document.keyed(map);
    if (from.get("$ref") instanceof String reference) {
      return reference(pointer, from, reference);
    }
    Map<String, Object> to = new LinkedHashMap<>();
    for (Map.Entry<String, Object> each : from.entrySet()) {
      keyword(pointer + "/" + each.getKey(), each.getKey(), each.getValue(), to);
    }
    bounds(from, to, "minimum", "exclusiveMinimum");
    bounds(from, to, "maximum", "exclusiveMaximum");
    nullable(from, to);
    if (request) {
      withoutReadOnly(from, to);
    }
    if ("password".equals(to.get("format"))) {
      to.put("format", "secret");
    } else if ("secret".equals(to.get("format"))) {
      to.remove("format"); // it is no word of theirs, and means something here
    }
    if (from.containsKey("example") && !to.containsKey("examples")) {
      List<Object> examples = new ArrayList<>();
      examples.add(from.get("example"));
      to.put("examples", examples);
    }
    return to;
  }

  private void keyword(String pointer, String name, Object value, Map<String, Object> to)
      throws Unfit {
    if (SCHEMAS_BY_NAME.contains(name) && value instanceof Map<?, ?> map) {
      Map<String, Object> schemas = new LinkedHashMap<>();
      for (Map.Entry<String, Object> each : Document.keyed(map).entrySet()) {
        Object schema = converted(pointer + "/" + each.getKey(), each.getValue());
        schemas.put(
            each.getKey(), name.equals("properties") ? titled(each.getKey(), schema) : schema);
      }
      to.put(name, schemas);
    } else if (LISTS_OF_SCHEMAS.contains(name) && value instanceof List<?> list) {
      List<Object> schemas = new ArrayList<>();
      for (Object element : list) {
        schemas.add(converted(pointer + "/" + schemas.size(), element));
      }
      to.put(name, schemas);
    } else if (ONE_SCHEMA.contains(name)) {
      boolean flag = value instanceof Boolean && name.equals("additionalProperties");
      to.put(name, flag ? value : converted(pointer, value));
    } else if (VALUES.contains(name) && value != null) {
      to.put(name, value);
    }
  }

  private Object reference(String pointer, Map<String, Object> from, String reference)
      throws Unfit {
    String name = names.get(reference);
    if (name == null) {
      if (names.size() >= MOST_DEFINITIONS) {
        throw new Unfit(
            pointer, "TOO_LARGE", "More than " + MOST_DEFINITIONS + " schemas are referred to.");
      }
      name = freeName(reference);
      names.put(reference, name);
      definitions.put(name, Map.of()); // keeps its place
      definitions.put(name, converted(pointer, document.referred(pointer, reference)));
    }
    Map<String, Object> to = new LinkedHashMap<>();
    to.put("$ref", "#/$defs/" + name);
    for (String note : List.of("title", "description")) {
      if (from.get(note) instanceof String text) {
        to.put(note, text);
      }
    }
    return to;
  }

  private String freeName(String reference) {
    String last =
        reference.substring(reference.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9_.-]", "_");
    String name = last;
    for (int i = 2; definitions.containsKey(name); i++) {
      name = last + "-" + i;
    }
    return name;
  }

  /** In 3.0 a flag beside the bound, in 3.1 the bound itself. */
  private static void bounds(
      Map<String, Object> from, Map<String, Object> to, String bound, String exclusive) {
    if (from.get(exclusive) instanceof Boolean flag) {
      to.remove(exclusive);
      if (flag && to.get(bound) instanceof Number) {
        to.put(exclusive, to.remove(bound));
      }
    }
  }

  private static void nullable(Map<String, Object> from, Map<String, Object> to) {
    if (!Boolean.TRUE.equals(from.get("nullable"))) {
      return;
    }
    if (to.get("type") instanceof String type) {
      to.put("type", List.of(type, "null"));
    }
    if (to.get("enum") instanceof List<?> values && !values.contains(null)) {
      List<Object> more = new ArrayList<>(values);
      more.add(null);
      to.put("enum", more);
    }
  }

  private static void withoutReadOnly(Map<String, Object> from, Map<String, Object> to) {
    Set<String> readOnly = new HashSet<>();
    Document.object(from, "properties")
        .forEach(
            (name, schema) -> {
              if (schema instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("readOnly"))) {
                readOnly.add(name);
              }
            });
    if (readOnly.isEmpty()) {
      return;
    }
    Map<String, Object> kept = new LinkedHashMap<>(Document.object(to, "properties"));
    kept.keySet().removeAll(readOnly);
    to.put("properties", kept);
    if (to.get("required") instanceof List<?> required) {
      to.put("required", required.stream().filter(name -> !readOnly.contains(name)).toList());
    }
  }

  /** A form shows a title at each field. */
  static Object titled(String title, Object schema) {
    if (!(schema instanceof Map<?, ?> map) || map.containsKey("title")) {
      return schema;
    }
    Map<String, Object> titled = new LinkedHashMap<>();
    titled.put("title", title);
    titled.putAll(Document.keyed(map));
    return titled;
  }

  /**
   * An object of these properties, with all that was referred to.
   *
   * @throws Unfit where a schema is in itself without an end
   */
  Map<String, Object> whole(
      String pointer, Map<String, Object> properties, List<String> required, Object others)
      throws Unfit {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    whole.put("type", "object");
    whole.put("properties", properties);
    whole.put("required", required);
    whole.put("additionalProperties", others);
    if (!definitions.isEmpty()) {
      whole.put("$defs", definitions);
    }
    for (String name : definitions.keySet()) {
      checkEnds(pointer, name, new HashSet<>());
    }
    return whole;
  }

  /** What applies to the same value as the definition must not lead back to it. */
  private void checkEnds(String pointer, Object part, Set<String> open) throws Unfit {
    if (part instanceof String name) {
      if (!open.add(name)) {
        throw new Unfit(
            pointer,
            "CIRCULAR_REFERENCE",
            "The schema '" + name + "' is in itself without an end.");
      }
      checkEnds(pointer, definitions.get(name), open);
      open.remove(name);
    } else if (part instanceof Map<?, ?> schema) {
      if (schema.get("$ref") instanceof String reference) {
        checkEnds(pointer, reference.substring("#/$defs/".length()), open);
      }
      for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
        if (schema.get(keyword) instanceof List<?> parts) {
          for (Object each : parts) {
            checkEnds(pointer, each, open);
          }
        }
      }
      if (schema.get("not") instanceof Map<?, ?> not) {
        checkEnds(pointer, not, open);
      }
    }
  }
}
