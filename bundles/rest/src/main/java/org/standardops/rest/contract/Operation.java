package org.standardops.rest.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.standardops.json.JsonSchema;

/**
 * What the document says of one route, as far as requests are held to it.
 *
 * @param isPublic no credentials are needed
 * @param wantsIfMatch a change must say which version it is based on
 * @param takesIfMatch a change may say so
 * @param checkedOn its resource looks on where the form is at fault, and tells all faults together
 */
public record Operation(
    boolean isPublic,
    boolean wantsIfMatch,
    boolean takesIfMatch,
    boolean checkedOn,
    QueryRules query,
    Optional<BodyRules> body,
    Map<String, ResponseRules> responses) {

  /**
   * What may be sent as JSON; any other body is its resource's to read.
   *
   * @param maxBytes longer ones are refused
   */
  public record BodyRules(boolean required, int maxBytes, Supplier<JsonSchema> schema) {}

  /**
   * What is answered, for the tests that hold the server to it.
   *
   * @param schemas by media type
   */
  public record ResponseRules(Set<String> headers, Map<String, Supplier<JsonSchema>> schemas) {}

  private static final String JSON = "application/json";
  private static final int MAX_BYTES = 5 * 1024 * 1024;

  static Operation of(Map<String, Object> operation, SchemaCompiler schemas) {
    List<Map<String, Object>> parameters =
        list(operation.get("parameters")).stream().map(schemas::follow).toList();
    return new Operation(
        operation.get("security") instanceof List<?> security && security.isEmpty(),
        parameters.stream()
            .anyMatch(p -> p.get("name").equals("If-Match") && isTrue(p.get("required"))),
        parameters.stream().anyMatch(p -> p.get("name").equals("If-Match")),
        isTrue(operation.get("x-checked-on")),
        QueryRules.of(
            parameters.stream().filter(p -> p.get("in").equals("query")).toList(), schemas),
        Optional.ofNullable(operation.get("requestBody"))
            .map(Contract::object)
            .filter(body -> Contract.object(body.get("content")).containsKey(JSON))
            .map(body -> body(body, schemas)),
        responses(Contract.object(operation.get("responses")), schemas));
  }

  private static BodyRules body(Map<String, Object> body, SchemaCompiler schemas) {
    return new BodyRules(
        isTrue(body.get("required")),
        (Integer) body.getOrDefault("x-max-bytes", MAX_BYTES),
        schemas.later(schema(Contract.object(body.get("content")).get(JSON))));
  }

  private static Map<String, ResponseRules> responses(
      Map<String, Object> responses, SchemaCompiler schemas) {
    return responses.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                entry -> response(schemas.follow(Contract.object(entry.getValue())), schemas)));
  }

  private static ResponseRules response(Map<String, Object> response, SchemaCompiler schemas) {
    Map<String, Supplier<JsonSchema>> byType = new HashMap<>();
    Contract.object(response.getOrDefault("content", Map.of()))
        .forEach((type, content) -> byType.put(type, schemas.later(schema(content))));
    return new ResponseRules(
        Contract.object(response.getOrDefault("headers", Map.of())).keySet(), byType);
  }

  private static Map<String, Object> schema(Object content) {
    return Contract.object(Contract.object(content).getOrDefault("schema", Map.of()));
  }

  private static boolean isTrue(Object value) {
    return Boolean.TRUE.equals(value);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object value) {
    return value == null ? List.of() : (List<Map<String, Object>>) value;
  }
}
