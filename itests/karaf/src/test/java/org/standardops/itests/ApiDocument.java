package org.standardops.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The OpenAPI document that a running server serves. */
final class ApiDocument {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonNode document;

  ApiDocument(ServerProcess server) {
    document = new RestClient(server).get("/openapi.json").expect(200).json();
  }

  /**
   * One operation.
   *
   * @param parameters with references followed, those of the path among them
   */
  record Call(
      String id, String method, String path, List<JsonNode> parameters, JsonNode operation) {

    /** The path with each {@code {name}} replaced. */
    String pathWith(Map<String, String> values) {
      String filled = path;
      for (JsonNode parameter : parameters) {
        String name = parameter.get("name").asText();
        filled = filled.replace("{" + name + "}", values.getOrDefault(name, "missing"));
      }
      return filled;
    }
  }

  List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (METHODS.contains(operation.getKey())) {
                            calls.add(call(path.getKey(), path.getValue(), operation));
                          }
                        }));
    return calls;
  }

  private Call call(String path, JsonNode item, Map.Entry<String, JsonNode> operation) {
    List<JsonNode> parameters = new ArrayList<>();
    item.path("parameters").forEach(parameter -> parameters.add(follow(parameter)));
    operation.getValue().path("parameters").forEach(p -> parameters.add(follow(p)));
    return new Call(
        operation.getValue().get("operationId").asText(),
        operation.getKey().toUpperCase(Locale.ROOT),
        path,
        parameters,
        operation.getValue());
  }

  /** What a node stands for, where it is a reference. */
  JsonNode follow(JsonNode node) {
    return node.has("$ref") ? follow(document.at(node.get("$ref").asText().substring(1))) : node;
  }
}
