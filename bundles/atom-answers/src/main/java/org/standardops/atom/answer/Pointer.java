package org.standardops.atom.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON pointer (RFC 6901) into plain Java values. */
public record Pointer(String text) {

  /** The value there; empty where there is none, and for a JSON null. */
  public Optional<Object> find(Object root) {
    Object at = root;
    if (!text.isEmpty()) {
      for (String part : text.substring(1).split("/", -1)) {
        at = child(at, part.replace("~1", "/").replace("~0", "~"));
      }
    }
    return Optional.ofNullable(at);
  }

  private static Object child(Object parent, String key) {
    if (parent instanceof Map<?, ?> object) {
      return object.get(key);
    }
    if (parent instanceof List<?> list && key.matches("0|[1-9][0-9]{0,8}")) {
      int index = Integer.parseInt(key);
      return index < list.size() ? list.get(index) : null;
    }
    return null;
  }

  @Override
  public String toString() {
    return text;
  }
}
