package org.standardops.services.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A place in parameters, named by a JSON pointer. */
record Place(String pointer, List<String> names) {

  static Place of(String pointer) {
    if (!pointer.matches("(/([^~/]|~[01])*)+")) {
      throw NewVariable.refused(
          "/pointer",
          "INVALID_VALUE",
          "Write a JSON pointer into the node's parameters, such as /urls or /headers/Accept.");
    }
    return new Place(
        pointer,
        Arrays.stream(pointer.substring(1).split("/", -1))
            .map(token -> token.replace("~1", "/").replace("~0", "~"))
            .toList());
  }

  /** The innermost name that is no place in a list. */
  Optional<String> name() {
    return names.stream().filter(name -> !isIndex(name)).reduce((outer, inner) -> inner);
  }

  /** What stands there; empty for nothing and JSON null. */
  Optional<Object> in(Map<String, Object> params) {
    Object found = params;
    for (String name : names) {
      found = child(found, name);
    }
    return Optional.ofNullable(found);
  }

  private static Object child(Object value, String name) {
    if (value instanceof Map<?, ?> map) {
      return map.get(name);
    }
    if (value instanceof List<?> list && isIndex(name) && Integer.parseInt(name) < list.size()) {
      return list.get(Integer.parseInt(name));
    }
    return null;
  }

  /** The same parameters with this value there. */
  Map<String, Object> put(Map<String, Object> params, Object value) {
    return ProcessJson.object(put(params, 0, value));
  }

  private Object put(Object around, int depth, Object value) {
    if (depth == names.size()) {
      return value;
    }
    String name = names.get(depth);
    if (around instanceof List<?> list && isIndex(name) && Integer.parseInt(name) < list.size()) {
      List<Object> changed = new ArrayList<>(list);
      int index = Integer.parseInt(name);
      changed.set(index, put(list.get(index), depth + 1, value));
      return changed;
    }
    if (around == null || around instanceof Map) {
      Map<String, Object> changed = new LinkedHashMap<>();
      if (around != null) {
        changed.putAll(ProcessJson.object(around));
      }
      changed.put(name, put(changed.get(name), depth + 1, value));
      return changed;
    }
    throw NewVariable.refused(
        "/pointer", "UNKNOWN_FIELD", "The node has no parameter at '" + pointer + "'.");
  }

  private static boolean isIndex(String name) {
    return name.matches("0|[1-9][0-9]{0,5}");
  }
}
