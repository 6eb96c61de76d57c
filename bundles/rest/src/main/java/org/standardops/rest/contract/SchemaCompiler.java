package org.standardops.rest.contract;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.standardops.json.JsonCodec;
import org.standardops.json.JsonSchema;

/** Makes schemas of the document stand alone, and follows its references. */
final class SchemaCompiler {

  private static final String NAMED = "#/components/schemas/";

  private final JsonCodec codec = new JsonCodec();
  private final Map<String, Object> document;

  SchemaCompiler(Map<String, Object> document) {
    this.document = document;
  }

  /** A schema that is compiled when it is needed first, so that the server starts quickly. */
  Supplier<JsonSchema> later(Map<String, Object> schema) {
    return new Later(schema);
  }

  private final class Later implements Supplier<JsonSchema> {
    private final Map<String, Object> schema;
    private volatile JsonSchema compiled;

    Later(Map<String, Object> schema) {
      this.schema = schema;
    }

    @Override
    public JsonSchema get() {
      if (compiled == null) {
        compiled = compile(schema);
      }
      return compiled;
    }
  }

  /** A schema together with the named ones that it refers to. */
  private JsonSchema compile(Map<String, Object> schema) {
    Map<String, Object> named = new LinkedHashMap<>();
    addNamed(schema, named);
    Map<String, Object> alone = new LinkedHashMap<>(schema);
    alone.put("$defs", named);
    String text = new String(codec.write(alone), StandardCharsets.UTF_8);
    String inside = text.replace(NAMED, "#/$defs/");
    return JsonSchema.of(
        Contract.object(codec.read(inside.getBytes(StandardCharsets.UTF_8), Map.class)));
  }

  private void addNamed(Object part, Map<String, Object> named) {
    if (part instanceof Map<?, ?> map) {
      if (map.get("$ref") instanceof String reference && reference.startsWith(NAMED)) {
        String name = reference.substring(NAMED.length());
        if (!named.containsKey(name)) {
          Map<String, Object> found = follow(Map.of("$ref", reference));
          named.put(name, found);
          addNamed(found, named);
        }
      }
      map.values().forEach(value -> addNamed(value, named));
    } else if (part instanceof List<?> list) {
      list.forEach(value -> addNamed(value, named));
    }
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
