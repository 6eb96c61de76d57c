package org.standardops.services.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.standardops.model.JsonValues;

/** How changes are laid over what is there. */
public final class Merge {

  private Merge() {}

  /** By top-level key: what is given replaces, a JSON null removes, all else stays. */
  public static Map<String, Object> params(Map<String, Object> under, Map<String, Object> over) {
    Map<String, Object> merged = new LinkedHashMap<>(under);
    over.forEach(
        (key, value) -> {
          if (value == null) {
            merged.remove(key);
          } else {
            merged.put(key, value);
          }
        });
    return JsonValues.object(merged);
  }

  /** By KEY; a JSON null is a value here. */
  public static Map<String, Object> variables(Map<String, Object> under, Map<String, Object> over) {
    Map<String, Object> merged = new LinkedHashMap<>(under);
    merged.putAll(over);
    return JsonValues.object(merged);
  }
}
