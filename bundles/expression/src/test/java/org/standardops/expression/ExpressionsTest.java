package org.standardops.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.standardops.model.Fault;
import org.standardops.model.template.Templates;

class ExpressionsTest {

  private static final Map<String, Object> VALUES =
      Map.of(
          "urls",
          List.of("https://a", "https://b"),
          "count",
          3,
          "share",
          0.5,
          "name",
          "night",
          "on",
          true,
          "nothing",
          Templates.NULL,
          "node.push",
          Map.of("failed", List.of(), "taskIds", List.of("1")),
          "business.region",
          "eu",
          "task.createdBy",
          "ann");
  private static final Map<String, Map<String, Object>> SCHEMAS =
      Map.of(
          "urls", Map.of("type", "array", "items", Map.of("type", "string")),
          "count", Map.of("type", "integer"),
          "share", Map.of("type", "number"),
          "name", Map.of("type", "string"),
          "on", Map.of("type", "boolean"));

  private final Expressions expressions = new Expressions();

  private Expressions.Outcome evaluate(String expression) {
    return expressions.evaluate(expression, path -> Optional.ofNullable(VALUES.get(path)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on",
        "urls.size() == 2 && size(urls) > 1",
        "count > 2",
        "count + 1 == 4",
        "share < 1 && share < count",
        "name.startsWith('ni') && name.matches('n.*t')",
        "'https://a' in urls",
        "urls.exists(u, u.endsWith('b'))",
        "node.push.failed.size() == 0",
        "has(node.push.taskIds) && !has(node.push.other)",
        "business.region == \"eu\" || business.region == 'us'",
        "task.createdBy == 'ann'",
        "nothing == null"
      })
  void isMet(String expression) {
    assertThat(evaluate(expression)).isEqualTo(new Expressions.Outcome(true, Optional.empty()));
    assertThat(evaluate("!(" + expression + ")"))
        .isEqualTo(new Expressions.Outcome(false, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"count", "unknown", "count / 0 == 1", "node.pull.x == 1", "name > 3", "count >"})
  void saysWhyItHasNoValue(String expression) {
    assertThat(evaluate(expression).fault()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cuont > 3|UNKNOWN_VARIABLE",
        "name > 3|WRONG_TYPE",
        "urls.size() > 'a'|WRONG_TYPE",
        "urls.exists(u, u > 3)|WRONG_TYPE",
        "count|NOT_A_CONDITION",
        "count >|BROKEN_EXPRESSION",
        "java.lang.System.exit(1)|UNKNOWN_VARIABLE"
      })
  void namesWhatIsWrongBeforeItRuns(String expression, String code) {
    assertThat(expressions.check("/when", expression, SCHEMAS))
        .extracting(Fault::code)
        .contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on",
        "count > 3",
        "share > 1",
        "node.push.failed.size() == 0",
        "'x' in urls",
        "task.id == ''"
      })
  void findsNothingWrong(String expression) {
    assertThat(expressions.check("/when", expression, SCHEMAS)).isEmpty();
  }

  @Test
  void isBoundedInTimeAndDepth() {
    List<Integer> many = Collections.nCopies(10_000, 1);
    Expressions.Outcome squared =
        expressions.evaluate("l.all(a, l.all(b, l.all(c, a == c)))", path -> Optional.of(many));
    assertThat(squared.fault().orElseThrow()).contains("teration");
    assertThat(expressions.check("/when", "(".repeat(500) + "on" + ")".repeat(500), SCHEMAS))
        .isNotEmpty();
    assertThat(expressions.check("/when", "on" + " ".repeat(2_000), SCHEMAS))
        .extracting(Fault::code)
        .containsExactly("TOO_LONG");
  }

  @Test
  void tellsWhatItNames() {
    assertThat(
            Expressions.references(
                "urls.size() > 3 && node.push.failed.size() == 0 || 'name in text' == a.b"))
        .containsExactly("urls", "node.push.failed", "a.b");
  }

  @Test
  void renamesAKeyAndNothingElse() {
    assertThat(Expressions.renamed("urls.size() > 1 && x.urls == 'urls' && urls(1)", "urls", "u"))
        .isEqualTo("u.size() > 1 && x.urls == 'urls' && urls(1)");
  }
}
