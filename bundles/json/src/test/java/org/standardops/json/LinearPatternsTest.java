package org.standardops.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.standardops.model.Fault;

class LinearPatternsTest {

  private static JsonSchema schema(String pattern) {
    return JsonSchema.of(Map.of("type", "string", "pattern", pattern));
  }

  @ParameterizedTest
  @ValueSource(strings = {"^(a+)+$", "^(a|aa)+$", "^(.*a){12}$"})
  void aTextThatWouldHoldAThreadForEverIsDoneWithSoon(String catastrophic) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(schema(catastrophic).check("a".repeat(5_000) + "!")).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "^[\\w.+-]+@[a-z]+$ | a.b@c | a b@c",
        "^[\\u4e00-\\u9fa5]{2,4}$ | 流程 | flow",
        "^\\d{4}-\\d{2}$ | 2026-11 | 26-11",
        "a/b\\/c | xa/b/c | abc",
        "^[!-~]{1,128}$ | key | a key"
      },
      delimiter = '|')
  void matchesWhatPeopleWrite(String pattern, String fits, String doesNot) {
    assertThat(schema(pattern).check(fits)).isEmpty();
    assertThat(schema(pattern).check(doesNot)).hasSize(1);
  }

  @Test
  void namesEachExpressionThatCannotBeUsedByItsPlace() {
    Map<String, Object> schema =
        Map.of(
            "properties",
            Map.of(
                "a", Map.of("pattern", "(?=x)y"),
                "pattern", Map.of("items", Map.of("pattern", "(a)\\1"))),
            "patternProperties",
            Map.of("((x{999}){999}){999}", true),
            "default",
            Map.of("pattern", "(?=x)y"));

    assertThat(JsonSchema.unsupportedPatterns(schema))
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(
            tuple("/properties/a/pattern", "UNSUPPORTED_PATTERN"),
            tuple("/properties/pattern/items/pattern", "UNSUPPORTED_PATTERN"),
            tuple("/patternProperties", "UNSUPPORTED_PATTERN"));
    assertThatThrownBy(() -> JsonSchema.of(schema)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsHowLargeRepetitionsBecome() {
    assertThat(List.of("abc", "[a-z\\]x]{3}", "(ab){10}c", "a{2,5}", "\\d{4}"))
        .extracting(PatternSize::of)
        .containsExactly(3L, 3L, 31L, 5L, 4L);
    assertThat(PatternSize.of("((x{999}){999}){999}")).isGreaterThanOrEqualTo(1_000_000);
  }
}
