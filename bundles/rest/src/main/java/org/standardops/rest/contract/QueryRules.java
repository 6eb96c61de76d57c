package org.standardops.rest.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.standardops.json.JsonSchema;
import org.standardops.model.Fault;

/**
 * Which query parameters a route knows, and what their values may be.
 *
 * @param types by name: {@code array}, {@code integer}, {@code boolean} or {@code string}
 */
public record QueryRules(Map<String, String> types, Supplier<JsonSchema> schema) {

  static QueryRules of(List<Map<String, Object>> parameters, SchemaCompiler schemas) {
    Map<String, String> types = new LinkedHashMap<>();
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Map<String, Object> parameter : parameters) {
      String name = (String) parameter.get("name");
      Map<String, Object> schema = Contract.object(parameter.get("schema"));
      types.put(name, schema.getOrDefault("type", "string").toString());
      properties.put(name, schema);
    }
    return new QueryRules(
        types,
        schemas.later(
            Map.of("type", "object", "additionalProperties", false, "properties", properties)));
  }

  /** Every fault; pointers are {@code ?name}. */
  public List<Fault> check(Map<String, List<String>> query) {
    List<Fault> faults = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    query.forEach(
        (name, given) -> {
          boolean many = "array".equals(types.get(name));
          if (given.size() > 1 && types.containsKey(name) && !many) {
            faults.add(new Fault("?" + name, "INVALID_VALUE", "This may be given only once."));
          }
          values.put(name, many ? given : typed(types.get(name), given.get(0)));
        });
    for (Fault fault : schema.get().check(values)) {
      String name = fault.pointer().split("/")[1].replace("~1", "/").replace("~0", "~");
      faults.add(new Fault("?" + name, fault.code(), fault.message()));
    }
    return faults;
  }

  private static Object typed(String type, String text) {
    if ("integer".equals(type) && text.matches("-?[0-9]{1,18}")) {
      return Long.parseLong(text);
    }
    if ("boolean".equals(type) && (text.equals("true") || text.equals("false"))) {
      return Boolean.parseBoolean(text);
    }
    return text;
  }
}
