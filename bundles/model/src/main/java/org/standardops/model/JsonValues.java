package org.standardops.model;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JSON values as plain Java: {@code Map<String, Object>}, {@code List<Object>}, {@code String},
 * {@code Number}, {@code Boolean}, and {@code null} only inside a map or list, for a JSON null.
 */
public final class JsonValues {

  private JsonValues() {}

  /**
   * A deep, unmodifiable copy that keeps the order of keys; what this method made before is given
   * back as it is.
   */
  public static Map<String, Object> object(Map<String, ?> object) {
    if (object instanceof Frozen frozen) {
      return frozen;
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    object.forEach((key, value) -> copy.put(key, value(value)));
    return new Frozen(copy);
  }

  /** Another object with the changes put over it by top-level key; a JSON null removes. */
  public static Map<String, Object> merged(Map<String, ?> object, Map<String, ?> changes) {
    Map<String, Object> merged = new LinkedHashMap<>(object);
    changes.forEach(
        (key, value) -> {
          if (value == null) {
            merged.remove(key);
          } else {
            merged.put(key, value);
          }
        });
    return object(merged);
  }

  /** A deep, unmodifiable copy. */
  public static List<Object> list(List<?> list) {
    List<Object> copy = new ArrayList<>(list.size());
    list.forEach(element -> copy.add(value(element)));
    return Collections.unmodifiableList(copy);
  }

  private static Object value(Object value) {
    if (value instanceof Frozen) {
      return value;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, element) -> copy.put((String) key, value(element)));
      return new Frozen(copy);
    }
    return value instanceof List<?> list ? list(list) : value;
  }

  /** One reference token of a JSON pointer, escaped by RFC 6901. */
  public static String token(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  /** An object known to be unmodifiable all the way down, so that it need not be copied again. */
  private static final class Frozen extends AbstractMap<String, Object> {
    private final Map<String, Object> values;

    Frozen(Map<String, Object> values) {
      this.values = values;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      return Collections.unmodifiableMap(values).entrySet();
    }

    @Override
    public Object get(Object key) {
      return values.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
      return values.containsKey(key);
    }
  }
}
