package org.standardops.services.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.standardops.json.JsonCodec;
import org.standardops.model.process.ProcessDefinition;

/** A process as the JSON that its clients know, into which pointers point. */
final class ProcessJson {

  private static final JsonCodec CODEC = new JsonCodec();

  private ProcessJson() {}

  static Map<String, Object> of(ProcessDefinition process) {
    Map<String, Object> json = renamed(object(CODEC.toValue(process)), "notification", "notify");
    json.put(
        "variables",
        list(json.get("variables")).stream()
            .map(variable -> renamed(object(variable), "defaultValue", "default"))
            .toList());
    return json;
  }

  private static Map<String, Object> renamed(Map<String, Object> object, String from, String to) {
    Map<String, Object> renamed = new LinkedHashMap<>();
    object.forEach((name, value) -> renamed.put(name.equals(from) ? to : name, value));
    return renamed;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  static List<?> list(Object value) {
    return (List<?>) value;
  }
}
