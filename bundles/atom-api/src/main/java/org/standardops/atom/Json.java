package org.standardops.atom;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps JSON objects of outcomes from changing after they were given away; unlike {@link
 * Map#copyOf} it keeps order and JSON nulls.
 */
final class Json {

  private Json() {}

  static Map<String, Object> object(Map<String, Object> object) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(object));
  }
}
