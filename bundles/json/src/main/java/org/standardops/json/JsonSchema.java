package org.standardops.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.AnnotationKeyword;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import com.networknt.schema.resource.InputStreamSource;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.template.Reference;
import org.standardops.model.template.Templates;

/**
 * A compiled JSON Schema (draft 2020-12; formats are checked; references to outside are refused).
 * Thread-safe.
 */
public final class JsonSchema {

  private static final ObjectMapper MAPPER = new JsonCodec().mapper();
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .pathType(PathType.JSON_POINTER)
          .formatAssertionsEnabled(true)
          .regularExpressionFactory(new LinearPatterns())
          .locale(Locale.ENGLISH)
          .build();

  private static final String STANDARD = "classpath:draft/2020-12/";

  /** A keyword that the dialect does not know is a note for others, such as a translated title. */
  private static final JsonMetaSchema DIALECT =
      JsonMetaSchema.builder(JsonMetaSchema.getV202012())
          .unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword))
          .format(new DurationFormat())
          .build();

  private static final JsonSchema SCHEMA_OF_SCHEMAS =
      new JsonSchema(factory().getSchema(SchemaLocation.of(SchemaId.V202012), CONFIG));

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
    List<Fault> faults = new ArrayList<>(SCHEMA_OF_SCHEMAS.check(schema));
    faults.addAll(unsupportedPatterns(schema));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("No JSON Schema: " + faults);
    }
    try {
      com.networknt.schema.JsonSchema compiled = factory().getSchema(node, CONFIG);
      compiled.initializeValidators();
      return new JsonSchema(compiled);
    } catch (JsonSchemaException e) {
      throw new IllegalArgumentException("No JSON Schema: " + e.getMessage(), e);
    }
  }

  private static JsonSchemaFactory factory() {
    return JsonSchemaFactory.getInstance(
        VersionFlag.V202012,
        factory ->
            factory.metaSchema(DIALECT).schemaLoaders(loaders -> loaders.add(JsonSchema::load)));
  }

  /**
   * The dialect's own schemas come with the library; no other is ever loaded. The library itself
   * would look for them by the calling thread's class loader, which in a framework is any bundle's.
   */
  private static InputStreamSource load(AbsoluteIri schema) {
    String location = schema.toString();
    if (!location.startsWith(STANDARD)) {
      return DisallowSchemaLoader.getInstance().getSchema(schema);
    }
    String resource = location.substring("classpath:".length());
    return () -> {
      InputStream file = JsonSchemaFactory.class.getClassLoader().getResourceAsStream(resource);
      if (file == null) {
        throw new FileNotFoundException(location);
      }
      return file;
    };
  }

  /**
   * Every regular expression of a schema that cannot be matched in linear time; pointers into the
   * schema, code {@code UNSUPPORTED_PATTERN}. {@link #of} compiles no such schema.
   */
  public static List<Fault> unsupportedPatterns(Map<String, Object> schema) {
    return LinearPatterns.faults(schema);
  }

  /** Every fault of a JSON value; empty where it fits. */
  public List<Fault> check(Object value) {
    return listed(messages(value).map(JsonSchema::fault));
  }

  /**
   * Every fault of a JSON value with references {@code ${KEY}} in it that no value of theirs could
   * mend: what stands at a reference, and the shape of what holds one, is not judged.
   */
  public List<Fault> checkTemplate(Object value) {
    List<String> open = Templates.references(value).stream().map(Reference::pointer).toList();
    return listed(
        messages(value)
            .filter(message -> Judgement.of(message).standsWhatever(open))
            .map(JsonSchema::fault));
  }

  private Stream<ValidationMessage> messages(Object value) {
    return schema.validate(MAPPER.valueToTree(value)).stream();
  }

  private static List<Fault> listed(Stream<Fault> faults) {
    return faults
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
