package org.standardops.atom.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.standardops.atom.Atom;
import org.standardops.atom.Recovery;

/** The file {@code atoms/<code>.json} of an atom's bundle. */
record Description(String file, JsonNode root) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> LANGUAGES = List.of("en", "zh-CN");
  private static final String OPTIONS = "x-options";
  private static final String CHINESE = "x-zh-CN";

  static Description of(Class<? extends Atom> atom, String code) {
    String file = Atom.DESCRIPTION_FOLDER + "/" + code + ".json";
    try (InputStream in = atom.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new AssertionError(
            "The bundle has no " + file + ": put it in src/main/resources/" + file + ".");
      }
      return new Description(file, MAPPER.readTree(in));
    } catch (IOException e) {
      throw new AssertionError(file + " is no JSON: " + e.getMessage(), e);
    }
  }

  Recovery recovery() {
    return Recovery.valueOf(text("recovery"));
  }

  String text(String field) {
    return root.path(field).asText();
  }

  JsonNode parameters() {
    return root.path("parameters");
  }

  JsonNode outputs() {
    return root.path("outputs");
  }

  /** Pointers of texts that are missing in one of the languages. */
  List<String> missingTexts() {
    List<String> missing = new ArrayList<>();
    for (String field : List.of("name", "description", "group")) {
      for (String language : LANGUAGES) {
        if (root.path(field).path(language).asText().isBlank()) {
          missing.add("/" + field + "/" + language);
        }
      }
    }
    missingTitles("/parameters", parameters(), missing);
    missingTitles("/outputs", outputs(), missing);
    return missing;
  }

  private static void missingTitles(String at, JsonNode schema, List<String> missing) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String pointer = at + "/properties/" + property.getKey();
      JsonNode texts = property.getValue();
      if (texts.path("title").asText().isBlank()) {
        missing.add(pointer + "/title");
      }
      if (texts.path(CHINESE).path("title").asText().isBlank()) {
        missing.add(pointer + "/" + CHINESE + "/title");
      }
      if (texts.has("description") && !texts.path(CHINESE).has("description")) {
        missing.add(pointer + "/" + CHINESE + "/description");
      }
      missingTitles(pointer, texts, missing);
      missingTitles(pointer + "/items", texts.path("items"), missing);
    }
  }

  /** Parameters, and parts of them, that the server asks {@link Atom#options} for. */
  List<String> optionFields() {
    List<String> fields = new ArrayList<>();
    optionFields("", parameters(), fields);
    return fields;
  }

  private static void optionFields(String prefix, JsonNode schema, List<String> fields) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String name = prefix + property.getKey();
      JsonNode items = property.getValue().path("items");
      if (property.getValue().path(OPTIONS).asBoolean() || items.path(OPTIONS).asBoolean()) {
        fields.add(name);
      }
      optionFields(name + "/", property.getValue(), fields);
      optionFields(name + "/", items, fields);
    }
  }

  /**
   * The file's parameters are those of the record. With {@code -Datom.write=true} they are written
   * into the file in {@code src/main/resources}, and its examples stay.
   */
  void requireSchemaOf(Class<? extends Record> type) {
    ObjectNode expected = (ObjectNode) asRead(RecordSchema.of(type));
    expected.set("examples", parameters().path("examples"));
    if (Boolean.getBoolean("atom.write")) {
      write(expected);
    } else if (!expected.equals(parameters())) {
      throw new AssertionError(
          "/parameters in "
              + file
              + " is not what "
              + type.getSimpleName()
              + " says: run the tests with -Datom.write=true, then look at the file.\nIt says:\n"
              + parameters().toPrettyString()
              + "\n"
              + type.getSimpleName()
              + " says:\n"
              + expected.toPrettyString());
    }
  }

  /** Numbers are of the classes that reading a file gives them. */
  private static JsonNode asRead(Map<String, Object> json) {
    try {
      return MAPPER.readTree(MAPPER.writeValueAsBytes(json));
    } catch (IOException e) {
      throw new AssertionError("A schema can be written and read.", e);
    }
  }

  private void write(ObjectNode parameters) {
    ObjectNode whole = root.deepCopy();
    whole.set("parameters", parameters);
    try {
      Files.writeString(
          Path.of("src", "main", "resources").resolve(file), whole.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** What makes a schema of this file no schema. */
  static List<String> faultsOfSchema(JsonNode schema) {
    return messages(
        factory().getSchema(SchemaLocation.of(SchemaId.V202012), config()).validate(schema));
  }

  /** What makes a value no value of this schema. */
  static List<String> faults(JsonNode schema, Object value) {
    JsonSchema compiled = factory().getSchema(schema, config());
    return messages(compiled.validate(MAPPER.<JsonNode>valueToTree(value)));
  }

  /** The complete sets of parameters that the description gives as examples. */
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> examples() {
    List<Map<String, Object>> examples = new ArrayList<>();
    parameters()
        .path("examples")
        .forEach(example -> examples.add(MAPPER.convertValue(example, Map.class)));
    return examples;
  }

  private static JsonSchemaFactory factory() {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012);
  }

  private static SchemaValidatorsConfig config() {
    return SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
  }

  private static List<String> messages(Iterable<ValidationMessage> found) {
    List<String> messages = new ArrayList<>();
    found.forEach(message -> messages.add(message.getMessage()));
    return messages;
  }
}
