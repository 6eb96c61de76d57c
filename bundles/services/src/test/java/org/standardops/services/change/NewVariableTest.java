package org.standardops.services.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.model.ProductException;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;
import org.standardops.services.VariableService.Parameter;
import org.standardops.services.fake.Samples;

class NewVariableTest {

  private static final Map<String, Object> SCHEMA =
      Map.of(
          "type",
          "object",
          "required",
          List.of("urls"),
          "properties",
          Map.ofEntries(
              Map.entry(
                  "urls",
                  Map.of(
                      "type",
                      "array",
                      "title",
                      "URLs",
                      "description",
                      "One per line",
                      "x-zh-CN",
                      Map.of("title", "URL列表"),
                      "minItems",
                      1,
                      "items",
                      Map.of("$ref", "#/$defs/url"))),
              Map.entry("force", Map.of("type", "boolean", "default", false)),
              Map.entry("area", Map.of("enum", List.of("global", "mainland"))),
              Map.entry("areas", Map.of("type", "array", "items", Map.of("enum", List.of("a")))),
              Map.entry("rows", Map.of("type", "array", "items", Map.of("type", "object"))),
              Map.entry("count", Map.of("type", "integer")),
              Map.entry("after", Map.of("type", "string", "x-type", "DURATION")),
              Map.entry("pause", Map.of("type", "string", "format", "duration")),
              Map.entry("at", Map.of("type", "string", "format", "date-time")),
              Map.entry("password", Map.of("type", "string", "format", "secret")),
              Map.entry("hosts", Map.of("type", "array", "x-type", "HOSTS")),
              Map.entry("text", Map.of("type", "string")),
              Map.entry("node", Map.of("type", "string")),
              Map.entry("body", Map.of()),
              Map.entry(
                  "headers",
                  Map.of("type", "object", "additionalProperties", Map.of("type", "string")))),
          "$defs",
          Map.of("url", Map.of("type", "string", "format", "uri")));

  @Test
  void makesAVariableOfTheParametersSchemaAndValue() {
    ProcessDefinition process = add(Map.of("urls", List.of("http://a/")), "/urls");

    assertThat(process.variables())
        .containsExactly(
            new Variable(
                "urls",
                "URLs",
                Variable.Type.LIST,
                true,
                true,
                Optional.of(List.of("http://a/")),
                "One per line",
                Map.of(
                    "type",
                    "array",
                    "minItems",
                    1,
                    "items",
                    Map.of("type", "string", "format", "uri"))));
    assertThat(params(process)).isEqualTo(Map.of("urls", "${urls}"));
  }

  @Test
  void takesTheTypeFromTheSchema() {
    assertThat(type("/force")).isEqualTo(Variable.Type.SWITCH);
    assertThat(type("/area")).isEqualTo(Variable.Type.CHOICE);
    assertThat(type("/areas")).isEqualTo(Variable.Type.CHOICES);
    assertThat(type("/rows")).isEqualTo(Variable.Type.TABLE);
    assertThat(type("/count")).isEqualTo(Variable.Type.NUMBER);
    assertThat(type("/after")).isEqualTo(Variable.Type.DURATION);
    assertThat(type("/pause")).isEqualTo(Variable.Type.DURATION);
    assertThat(type("/at")).isEqualTo(Variable.Type.DATE_TIME);
    assertThat(type("/password")).isEqualTo(Variable.Type.SECRET);
    assertThat(type("/hosts")).isEqualTo(Variable.Type.HOSTS);
    assertThat(type("/text")).isEqualTo(Variable.Type.TEXT);
    assertThat(type("/headers/Accept")).isEqualTo(Variable.Type.TEXT);
  }

  @Test
  void takesTheTypeFromTheValueWhereTheSchemaSaysNothing() {
    assertThat(variable(add(Map.of("body", true), "/body")).type()).isEqualTo(Variable.Type.SWITCH);
    assertThat(variable(add(Map.of("body", List.of(1)), "/body")).type())
        .isEqualTo(Variable.Type.LIST);
  }

  @Test
  void asksForWhatHasNoDefault() {
    assertThat(variable(add(Map.of(), "/text")).required()).isTrue();
    assertThat(variable(add(Map.of(), "/force")))
        .matches(variable -> !variable.required())
        .matches(variable -> variable.defaultValue().equals(Optional.of(false)));
  }

  @Test
  void reachesIntoObjectsAndLists() {
    Map<String, Object> params =
        Map.of("headers", Map.of("X-a/b", "v"), "urls", List.of("http://a/", "http://b/"));

    assertThat(params(add(params, "/headers/X-a~1b")).get("headers"))
        .isEqualTo(Map.of("X-a/b", "${X_a_b}"));
    assertThat(params(add(params, "/urls/1")).get("urls"))
        .isEqualTo(List.of("http://a/", "${urls}"));
  }

  @Test
  void keepsKeysUniqueAndAwayFromReservedOnes() {
    ProcessDefinition once = add(Map.of(), "/text");
    ProcessDefinition twice =
        NewVariable.add(
            once, new Parameter("n", "/area", Optional.of("area"), Optional.empty()), n -> SCHEMA);

    assertThat(variable(add(Map.of(), "/node")).key()).isEqualTo("node_2");
    assertThat(twice.variables()).extracting(Variable::key).containsExactly("text", "area");
    assertThat(fault(Map.of(), "/area", Optional.of("task"))).isEqualTo("/key RESERVED_KEY");
    assertThat(fault(Map.of(), "/area", Optional.of("1a"))).isEqualTo("/key INVALID_KEY");
  }

  @Test
  void writesOutWhatWasEscapedInTheParameter() {
    assertThat(variable(add(Map.of("text", "a $${b}"), "/text")).defaultValue()).contains("a ${b}");
  }

  @Test
  void keepsNoPlainSecretAsADefault() {
    assertThat(variable(add(Map.of("password", "hush"), "/password")).defaultValue()).isEmpty();
  }

  @Test
  void refusesWhatIsNoParameterOrHoldsAReference() {
    assertThat(fault(Map.of(), "/nothing", Optional.empty())).isEqualTo("/pointer UNKNOWN_FIELD");
    assertThat(fault(Map.of(), "text", Optional.empty())).isEqualTo("/pointer INVALID_VALUE");
    assertThat(fault(Map.of("text", "${a}"), "/text", Optional.empty()))
        .isEqualTo("/pointer HOLDS_REFERENCE");
    assertThat(fault(Map.of("text", "a"), "/text/b", Optional.empty()))
        .isEqualTo("/pointer UNKNOWN_FIELD");
  }

  private static Variable.Type type(String pointer) {
    return variable(add(Map.of(), pointer)).type();
  }

  private static Variable variable(ProcessDefinition process) {
    return process.variables().get(0);
  }

  private static Map<String, Object> params(ProcessDefinition process) {
    return process.steps().get(0).nodes().get(0).params();
  }

  private static ProcessDefinition add(Map<String, Object> params, String pointer) {
    return add(params, pointer, Optional.empty());
  }

  private static ProcessDefinition add(
      Map<String, Object> params, String pointer, Optional<String> key) {
    ProcessDefinition process =
        Samples.process(List.of(), List.of(Samples.step("s", Samples.node("n", "push", params))));
    return NewVariable.add(
        process, new Parameter("n", pointer, key, Optional.empty()), node -> SCHEMA);
  }

  private static String fault(Map<String, Object> params, String pointer, Optional<String> key) {
    ProductException refused =
        catchThrowableOfType(ProductException.class, () -> add(params, pointer, key));
    return refused.faults().get(0).pointer() + " " + refused.faults().get(0).code();
  }
}
