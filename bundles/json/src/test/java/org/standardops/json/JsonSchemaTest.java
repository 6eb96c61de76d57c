package org.standardops.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.standardops.model.Fault;

class JsonSchemaTest {

  private final JsonSchema schema =
      JsonSchema.of(
          Map.of(
              "type",
              "object",
              "properties",
              Map.of(
                  "urls",
                  Map.of("type", "array", "items", Map.of("type", "string", "format", "uri"))),
              "required",
              List.of("urls"),
              "additionalProperties",
              false));

  @Test
  void namesEveryFaultByItsPointer() {
    assertThat(schema.check(Map.of("urls", List.of("http://a.test/", 7), "x/y", true)))
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(tuple("/urls/1", "WRONG_TYPE"), tuple("/x~1y", "UNKNOWN_FIELD"));
  }

  @Test
  void pointsAtTheFieldThatIsMissing() {
    assertThat(schema.check(Map.of()))
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(tuple("/urls", "MISSING"));
  }

  @Test
  void checksFormats() {
    assertThat(schema.check(Map.of("urls", List.of("not a uri"))))
        .extracting(Fault::code)
        .containsExactly("INVALID_VALUE");
  }

  @Test
  void refusesWhatIsNoSchema() {
    assertThatThrownBy(() -> JsonSchema.of(Map.of("type", "strin")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/type");
  }

  @Test
  void refusesASchemaThatPointsOutside() {
    for (String outside :
        List.of("http://127.0.0.1:1/s.json", "file:///etc/hostname", "classpath:draft/other")) {
      assertThatThrownBy(() -> JsonSchema.of(Map.of("$ref", outside)).check(7))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not allowed");
    }
  }

  @Test
  void refusesAPatternThatIsNone() {
    assertThatThrownBy(() -> JsonSchema.of(Map.of("pattern", "(")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void needsNothingOfTheThreadThatCalls() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      assertThat(JsonSchema.of(Map.of("type", "integer")).check(7)).isEmpty();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
