package org.standardops.rest.contract;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.standardops.json.JsonCodec;
import org.standardops.json.JsonSchema;

/** Makes schemas of the document stand alone, and follows its references. */
final class SchemaCompiler {

  private final JsonCodec codec = new JsonCodec();
  private final Map<String, Object> document;

  SchemaCompiler(Map<String, Object> document) {
    this.document = document;
  }

  /** A schema together with all named ones, so that its references are found. */
  JsonSchema compile(Map<String, Object> schema) {
    Map<String, Object> alone = new LinkedHashMap<>(schema);
    alone.put("$defs", Contract.object(document.get("components")).get("schemas"));
    String text = new String(codec.write(alone), StandardCharsets.UTF_8);
    String inside = text.replace("#/components/schemas/", "#/$defs/");
    return JsonSchema.of(
        Contract.object(codec.read(inside.getBytes(StandardCharsets.UTF_8), Map.class)));
  }

  /** The object itself, or the one that it refers to. */
  Map<String, Object> follow(Map<String, Object> object) {
    if (!(object.get("$ref") instanceof String reference)) {
      return object;
    }
    Map<String, Object> found = document;
    for (String token : reference.substring("#/".length()).split("/")) {
      found = Contract.object(found.get(token));
    }
    return found;
  }
}
