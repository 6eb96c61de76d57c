package org.standardops.components.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rewrites a resource list of BlueKing's API gateway, which is Swagger 2.0 with extensions, as
 * OpenAPI 3. Where a resource declares no parameters, its form takes any.
 */
final class GatewayList {

  static final String RESOURCE = "x-bk-apigateway-resource";
  static final String AUTH = "authConfig";

  private static final Set<String> WITH_BODY = Set.of("post", "put", "patch");
  private static final Map<String, Object> ANY_OBJECT = Map.of("type", "object");

  private GatewayList() {}

  static boolean is(Map<String, Object> document) {
    return "2.0".equals(String.valueOf(document.get("swagger")));
  }

  static Document asOpenApi(Document list) {
    Map<String, Object> root = new LinkedHashMap<>(list.root());
    root.remove("swagger");
    root.put("openapi", "3.0.3");
    Map<String, Object> paths = new LinkedHashMap<>();
    Document.object(list.root(), "paths")
        .forEach((path, item) -> paths.put(path, item instanceof Map<?, ?> map ? item(map) : item));
    root.put("paths", paths);
    return new Document(root);
  }

  private static Map<String, Object> item(Map<?, ?> item) {
    Map<String, Object> rewritten = new LinkedHashMap<>();
    Document.keyed(item)
        .forEach(
            (name, value) ->
                rewritten.put(
                    name,
                    value instanceof Map<?, ?> operation ? operation(name, operation) : value));
    return rewritten;
  }

  private static Map<String, Object> operation(String method, Map<?, ?> original) {
    Map<String, Object> operation = new LinkedHashMap<>(Document.keyed(original));
    translate(operation);
    boolean declared = operation.get("parameters") instanceof List<?> list && !list.isEmpty();
    List<Object> parameters = new ArrayList<>();
    if (operation.get("parameters") instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> parameter && "body".equals(parameter.get("in"))) {
          operation.put("requestBody", body(parameter.get("schema"), parameter.get("required")));
        } else {
          parameters.add(each instanceof Map<?, ?> parameter ? parameter(parameter) : each);
        }
      }
    }
    if (!declared && WITH_BODY.contains(method)) {
      operation.put("requestBody", body(ANY_OBJECT, false));
    } else if (!declared) {
      parameters.add(Map.of("name", "query", "in", "query", "schema", ANY_OBJECT));
    }
    operation.put("parameters", parameters);
    Map<String, Object> responses = new LinkedHashMap<>();
    Document.object(operation, "responses")
        .forEach((status, response) -> responses.put(status, response(response)));
    operation.put("responses", responses);
    return operation;
  }

  /** The gateway's descriptions are Chinese, with English ones beside them. */
  private static void translate(Map<String, Object> operation) {
    Document.text(operation, "description")
        .ifPresent(
            chinese -> {
              operation.put(
                  "x-zh-CN",
                  Map.of(
                      "summary",
                      Document.text(operation, "summary").orElse(chinese),
                      "description",
                      chinese));
              Document.text(Document.object(operation, RESOURCE), "descriptionEn")
                  .or(() -> Document.text(operation, "x-bk-apigateway-description-en"))
                  .ifPresent(
                      english -> {
                        operation.put("description", english);
                        operation.putIfAbsent("summary", english);
                      });
            });
  }

  private static Map<String, Object> body(Object schema, Object required) {
    return Map.of(
        "required",
        Boolean.TRUE.equals(required),
        "content",
        Map.of("application/json", Map.of("schema", schema == null ? ANY_OBJECT : schema)));
  }

  /** What is the schema later stands in the parameter itself. */
  private static Map<String, Object> parameter(Map<?, ?> original) {
    Map<String, Object> parameter = new LinkedHashMap<>(Document.keyed(original));
    if (!parameter.containsKey("schema") && !parameter.containsKey("$ref")) {
      Map<String, Object> schema = new LinkedHashMap<>(parameter);
      schema.keySet().removeAll(Set.of("name", "in", "required", "collectionFormat"));
      parameter.put("schema", schema);
      parameter.put("explode", "multi".equals(parameter.get("collectionFormat")));
    }
    return parameter;
  }

  private static Object response(Object original) {
    if (!(original instanceof Map<?, ?> map) || !map.containsKey("schema")) {
      return original;
    }
    Map<String, Object> response = new LinkedHashMap<>(Document.keyed(map));
    response.put(
        "content", Map.of("application/json", Map.of("schema", response.remove("schema"))));
    return response;
  }
}
