package org.standardops.atom.host.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parameters that a schema marks with {@code "x-options": true}. */
final class OptionFields {

  private static final String MARK = "x-options";
  private static final int DEEPEST = 10;

  private OptionFields() {}

  /** Named as {@link org.standardops.atom.OptionsCall#field()} says. */
  static List<String> of(Map<String, Object> schema) {
    List<String> fields = new ArrayList<>();
    collect("", schema, 0, fields);
    return List.copyOf(fields);
  }

  private static void collect(String prefix, Map<?, ?> schema, int depth, List<String> fields) {
    if (depth < DEEPEST && schema.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach(
          (name, property) -> {
            if (property instanceof Map<?, ?> of) {
              collectProperty(prefix + name, of, depth, fields);
            }
          });
    }
  }

  private static void collectProperty(
      String name, Map<?, ?> property, int depth, List<String> fields) {
    boolean marked = Boolean.TRUE.equals(property.get(MARK));
    if (property.get("items") instanceof Map<?, ?> items) {
      marked |= Boolean.TRUE.equals(items.get(MARK));
      collect(name + "/", items, depth + 1, fields);
    }
    if (marked) {
      fields.add(name);
    }
    collect(name + "/", property, depth + 1, fields);
  }
}
