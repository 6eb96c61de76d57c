package org.standardops.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.standardops.json.SecretReferences.Found;
import org.standardops.json.SecretReferences.Replaced;

class SecretReferencesTest {

  private static final Map<String, Object> SECRET = Map.of("type", "string", "format", "secret");

  private static Replaced replace(Map<String, Object> schema, Map<String, Object> params) {
    return SecretReferences.replace(schema, params, name -> "<" + name + ">");
  }

  private static Map<String, Object> reference(String name) {
    return Map.of("secret", name);
  }

  @Test
  void countsOnlyWhereTheSchemaSaysSo() {
    Map<String, Object> schema =
        Map.of("properties", Map.of("password", SECRET, "note", Map.of("type", "object")));

    Replaced replaced =
        replace(schema, Map.of("password", reference("db"), "note", reference("db")));

    assertThat(replaced.value()).isEqualTo(Map.of("password", "<db>", "note", reference("db")));
    assertThat(replaced.found()).containsExactly(new Found("/password", "db"));
  }

  @Test
  void followsNamesPatternsListsAndReferences() {
    Map<String, Object> any = Map.of("$ref", "#/$defs/any");
    Map<String, Object> schema =
        Map.of(
            "properties", Map.of("body", any, "headers", Map.of("additionalProperties", SECRET)),
            "patternProperties", Map.of("^x-", Map.of("anyOf", List.of(SECRET))),
            "$defs",
                Map.of(
                    "any", Map.of("format", "secret", "additionalProperties", any, "items", any)));

    Replaced replaced =
        replace(
            schema,
            Map.of(
                "headers", Map.of("A/B", reference("h")),
                "x-key", reference("x"),
                "body", Map.of("users", List.of("ann", Map.of("password", reference("p"))))));

    assertThat(replaced.found())
        .containsExactlyInAnyOrder(
            new Found("/headers/A~1B", "h"),
            new Found("/x-key", "x"),
            new Found("/body/users/1/password", "p"));
  }

  @Test
  void isNoReferenceWithAnythingBesideTheName() {
    Map<String, Object> schema = Map.of("properties", Map.of("password", SECRET));
    Map<String, Object> params = Map.of("password", Map.of("secret", "db", "more", 1));

    assertThat(replace(schema, params).value()).isEqualTo(params);
    assertThat(replace(schema, Map.of("password", Map.of("secret", 1))).found()).isEmpty();
  }
}
