package org.standardops.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.standardops.model.JsonValues;

/**
 * References {@code {"secret": "<name>"}} to secrets of a business. One counts only where the
 * schema says {@code "format": "secret"}; anywhere else it is plain JSON.
 */
public final class SecretReferences {

  private static final String SECRET = "secret";

  private final Map<String, Object> root;
  private final Function<String, Object> replacement;
  private final List<Found> found = new ArrayList<>();

  private SecretReferences(Map<String, Object> root, Function<String, Object> replacement) {
    this.root = root;
    this.replacement = replacement;
  }

  /** One reference and where it stands. */
  public record Found(String pointer, String name) {}

  /**
   * What came of replacing references.
   *
   * @param value the object with each reference replaced
   */
  public record Replaced(Map<String, Object> value, List<Found> found) {}

  /**
   * Replaces every reference.
   *
   * @param schema of the object
   * @param replacement what takes the place of a name; never looked at
   */
  public static Replaced replace(
      Map<String, Object> schema, Map<String, ?> object, Function<String, Object> replacement) {
    SecretReferences walk = new SecretReferences(schema, replacement);
    Map<String, Object> value = walk.object("", object, walk.expanded(List.of(schema)));
    return new Replaced(value, List.copyOf(walk.found));
  }

  private Object value(String pointer, Object value, Set<Map<String, Object>> schemas) {
    if (value instanceof Map<?, ?> map) {
      Optional<String> name = name(map, schemas);
      name.ifPresent(secret -> found.add(new Found(pointer, secret)));
      return name.isPresent()
          ? replacement.apply(name.get())
          : object(pointer, keyed(map), schemas);
    }
    return value instanceof List<?> list ? list(pointer, list, schemas) : value;
  }

  private static Optional<String> name(Map<?, ?> map, Set<Map<String, Object>> schemas) {
    return map.size() == 1
            && map.get(SECRET) instanceof String name
            && schemas.stream().anyMatch(schema -> SECRET.equals(schema.get("format")))
        ? Optional.of(name)
        : Optional.empty();
  }

  private Map<String, Object> object(
      String pointer, Map<String, ?> object, Set<Map<String, Object>> schemas) {
    Map<String, Object> replaced = new LinkedHashMap<>();
    object.forEach(
        (key, element) ->
            replaced.put(
                key,
                value(
                    pointer + "/" + JsonValues.token(key),
                    element,
                    expanded(
                        schemas.stream()
                            .flatMap(schema -> named(schema, key).stream())
                            .toList()))));
    return Collections.unmodifiableMap(replaced);
  }

  private List<Object> list(String pointer, List<?> list, Set<Map<String, Object>> schemas) {
    List<Object> replaced = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      int place = i;
      List<Map<String, Object>> of =
          schemas.stream().flatMap(schema -> item(schema, place).stream()).toList();
      replaced.add(value(pointer + "/" + i, list.get(i), expanded(of)));
    }
    return Collections.unmodifiableList(replaced);
  }

  private static List<Map<String, Object>> named(Map<String, Object> schema, String key) {
    List<Map<String, Object>> of = new ArrayList<>();
    at(schema.get("properties"), key).ifPresent(of::add);
    if (schema.get("patternProperties") instanceof Map<?, ?> patterns) {
      patterns.forEach(
          (pattern, child) -> {
            if (child instanceof Map<?, ?> map
                && Pattern.compile((String) pattern).matcher(key).find()) {
              of.add(keyed(map));
            }
          });
    }
    if (of.isEmpty()) {
      at(schema, "additionalProperties").ifPresent(of::add);
    }
    return of;
  }

  private static Optional<Map<String, Object>> item(Map<String, Object> schema, int place) {
    return schema.get("prefixItems") instanceof List<?> first && place < first.size()
        ? Optional.of(first.get(place)).filter(Map.class::isInstance).map(m -> keyed((Map<?, ?>) m))
        : at(schema, "items");
  }

  private static Optional<Map<String, Object>> at(Object object, String key) {
    return object instanceof Map<?, ?> map && map.get(key) instanceof Map<?, ?> child
        ? Optional.of(keyed(child))
        : Optional.empty();
  }

  /** With all that these schemas say by reference or in parts. */
  private Set<Map<String, Object>> expanded(List<Map<String, Object>> schemas) {
    Set<Map<String, Object>> all = new LinkedHashSet<>();
    schemas.forEach(schema -> expand(schema, all));
    return all;
  }

  private void expand(Map<String, Object> schema, Set<Map<String, Object>> all) {
    if (!all.add(schema)) {
      return;
    }
    if (schema.get("$ref") instanceof String reference && reference.startsWith("#")) {
      referred(reference).ifPresent(other -> expand(other, all));
    }
    for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
      if (schema.get(keyword) instanceof List<?> parts) {
        parts.stream()
            .filter(Map.class::isInstance)
            .forEach(part -> expand(keyed((Map<?, ?>) part), all));
      }
    }
    for (String keyword : List.of("then", "else")) {
      at(schema, keyword).ifPresent(part -> expand(part, all));
    }
  }

  private Optional<Map<String, Object>> referred(String reference) {
    Optional<Map<String, Object>> at = Optional.of(root);
    for (String token : reference.substring(1).split("/")) {
      if (!token.isEmpty()) {
        String key = token.replace("~1", "/").replace("~0", "~");
        at = at.flatMap(schema -> at(schema, key));
      }
    }
    return at;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> keyed(Map<?, ?> map) {
    return (Map<String, Object>) map;
  }
}
