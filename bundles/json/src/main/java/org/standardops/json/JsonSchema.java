package org.standardops.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;

/**
 * A compiled JSON Schema (draft 2020-12; formats are checked; references to outside are not
 * followed). Thread-safe.
 */
public final class JsonSchema {

  private static final ObjectMapper MAPPER = new JsonCodec().mapper();
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .pathType(PathType.JSON_POINTER)
          .formatAssertionsEnabled(true)
          .locale(Locale.ENGLISH)
          .build();
  private static final com.networknt.schema.JsonSchema SCHEMA_OF_SCHEMAS =
      factory().getSchema(SchemaLocation.of(SchemaId.V202012), CONFIG);

  private final com.networknt.schema.JsonSchema schema;

  private JsonSchema(com.networknt.schema.JsonSchema schema) {
    this.schema = schema;
  }

  /**
   * Compiles a schema.
   *
   * @throws IllegalArgumentException saying where it is no schema
   */
  public static JsonSchema of(Map<String, Object> schema) {
    JsonNode node = MAPPER.valueToTree(schema);
    List<Fault> faults = faults(SCHEMA_OF_SCHEMAS, node);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("No JSON Schema: " + faults);
    }
    com.networknt.schema.JsonSchema compiled = factory().getSchema(node, CONFIG);
    compiled.initializeValidators();
    return new JsonSchema(compiled);
  }

  private static JsonSchemaFactory factory() {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  }

  /** Every fault of a JSON value; empty where it fits. */
  public List<Fault> check(Object value) {
    return faults(schema, MAPPER.valueToTree(value));
  }

  private static List<Fault> faults(com.networknt.schema.JsonSchema schema, JsonNode node) {
    return schema.validate(node).stream()
        .map(JsonSchema::fault)
        .distinct()
        .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::code))
        .toList();
  }

  private static Fault fault(ValidationMessage message) {
    String at = message.getInstanceLocation().toString();
    String property = message.getProperty();
    String text = message.getMessage().replaceFirst("^[^:]*: ", "");
    return switch (message.getType()) {
      case "required", "dependentRequired" ->
          new Fault(at + "/" + JsonValues.token(property), "MISSING", "This is required.");
      case "additionalProperties", "unevaluatedProperties" ->
          new Fault(
              at + "/" + JsonValues.token(property),
              "UNKNOWN_FIELD",
              "There is no such field here.");
      case "type" -> new Fault(at, "WRONG_TYPE", text);
      default -> new Fault(at, "INVALID_VALUE", text);
    };
  }
}
