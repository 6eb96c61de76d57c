package org.standardops.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Values that keep to a schema more or less, and mostly less. */
final class RandomJson {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "x",
          "null",
          "-1",
          "PT5S",
          "PT999999999H",
          "2026-11-24T00:00:00Z",
          "9999999999-01-01T00:00:00Z",
          "' OR '1'='1' --",
          "'; DROP TABLE account; --",
          "<script>alert(1)</script>",
          "${jndi:ldap://127.0.0.1/x}",
          "${business.KEY}",
          "${",
          "$${x}",
          "../../etc/passwd",
          "%00",
          "\u0000",
          "\uD800",
          "\u202Eevil",
          "你好，世界",
          "😀😀😀",
          "e\u0301",
          "\r\nSet-Cookie: a=b",
          "{\"secret\": \"x\"}",
          "a".repeat(300),
          "長".repeat(5_000));

  private final Random random;
  private final UnaryOperator<JsonNode> follow;

  /**
   * Random values by a seed.
   *
   * @param follow leads from references to what they name
   */
  RandomJson(Random random, UnaryOperator<JsonNode> follow) {
    this.random = random;
    this.follow = follow;
  }

  String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  JsonNode of(JsonNode reference, int depth) {
    JsonNode schema = follow.apply(reference);
    if (random.nextInt(12) == 0 || depth > 8) {
      return anything(depth);
    }
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.has("enum")) {
      return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
    }
    for (String choice : List.of("oneOf", "anyOf", "allOf")) {
      if (schema.has(choice)) {
        return of(schema.get(choice).get(random.nextInt(schema.get(choice).size())), depth + 1);
      }
    }
    JsonNode type = schema.path("type");
    return typed(type.isArray() ? type.get(0).asText() : type.asText(), schema, depth);
  }

  private JsonNode typed(String type, JsonNode schema, int depth) {
    return switch (type) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "string" -> JsonNodeFactory.instance.textNode(text());
      case "integer" -> JsonNodeFactory.instance.numberNode(random.nextInt(400) - 100);
      case "number" -> JsonNodeFactory.instance.numberNode(random.nextGaussian() * 1e9);
      case "boolean" -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
      default -> anything(depth);
    };
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (random.nextInt(5) > 0) {
                object.set(property.getKey(), of(property.getValue(), depth + 1));
              }
            });
    if (random.nextInt(6) == 0) {
      object.set(text(), anything(depth + 1));
    }
    return object;
  }

  private ArrayNode array(JsonNode schema, int depth) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    int size = random.nextInt(20) == 0 ? 300 : random.nextInt(4);
    for (int i = 0; i < size; i++) {
      array.add(of(schema.path("items"), depth + 1));
    }
    return array;
  }

  JsonNode anything(int depth) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (random.nextInt(depth > 8 ? 6 : 9)) {
      case 0 -> make.nullNode();
      case 1 -> make.booleanNode(random.nextBoolean());
      case 2 -> make.numberNode(random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE);
      case 3 -> make.numberNode(random.nextBoolean() ? 1e308 : -0.0);
      case 4, 5 -> make.textNode(text());
      case 6 -> make.arrayNode().add(anything(depth + 1)).add(anything(depth + 1));
      case 7 -> make.objectNode().set(text(), anything(depth + 1));
      default -> deep();
    };
  }

  private JsonNode deep() {
    JsonNode inner = JsonNodeFactory.instance.textNode(text());
    for (int i = random.nextInt(200); i > 0; i--) {
      inner =
          random.nextBoolean()
              ? JsonNodeFactory.instance.arrayNode().add(inner)
              : JsonNodeFactory.instance.objectNode().set("a", inner);
    }
    return inner;
  }
}
