package org.standardops.atom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Param;
import org.standardops.atom.Parameters;

/** The schema of a record, and that what fits it can be read as the record. */
class RecordSchemaTest {

  enum Mode {
    FAST,
    SAFE
  }

  record Target(@Param(title = "Host", titleZh = "主机", options = true) String host) {}

  record Everything(
      @Param(title = "Name", titleZh = "名称", minSize = 1, maxSize = 20, pattern = "[a-z]+")
          String name,
      @Param(title = "Times", titleZh = "次数", min = 1, max = 9, otherwise = "3") int times,
      @Param(title = "Share", titleZh = "比例") Optional<Double> share,
      @Param(title = "Sum", titleZh = "合计") Optional<BigDecimal> sum,
      @Param(title = "Force", titleZh = "强制", otherwise = "false") boolean force,
      @Param(title = "Mode", titleZh = "模式", otherwise = "SAFE") Mode mode,
      @Param(title = "Pause", titleZh = "等待", examples = "PT5M") Optional<Duration> pause,
      @Param(title = "At", titleZh = "时间") Optional<Instant> at,
      @Param(title = "Address", titleZh = "地址") Optional<URI> address,
      @Param(title = "Key", titleZh = "密钥", secret = true) Optional<String> key,
      @Param(title = "Targets", titleZh = "目标", maxSize = 2) List<Target> targets,
      @Param(title = "Labels", titleZh = "标签", help = "Any.", helpZh = "任意。")
          Map<String, String> labels,
      @Param(title = "Body", titleZh = "内容") Optional<Object> body) {}

  private final JsonNode schema = new ObjectMapper().valueToTree(RecordSchema.of(Everything.class));

  @Test
  void holdsWhatTheAnnotationsSay() {
    assertThat(schema.at("/properties/name"))
        .hasToString(
            "{\"type\":\"string\",\"pattern\":\"^(?:[a-z]+)$\",\"minLength\":1,\"maxLength\":20,"
                + "\"title\":\"Name\",\"x-zh-CN\":{\"title\":\"名称\"}}");
    assertThat(schema.at("/properties/times/default").asInt()).isEqualTo(3);
    assertThat(schema.at("/properties/times/maximum").asInt()).isEqualTo(9);
    assertThat(schema.at("/properties/mode/enum/1").asText()).isEqualTo("SAFE");
    assertThat(schema.at("/properties/pause/x-type").asText()).isEqualTo("DURATION");
    assertThat(schema.at("/properties/pause/examples/0").asText()).isEqualTo("PT5M");
    assertThat(schema.at("/properties/key/format").asText()).isEqualTo("secret");
    assertThat(schema.at("/properties/targets/maxItems").asInt()).isEqualTo(2);
    assertThat(schema.at("/properties/targets/items/properties/host/x-options").asBoolean())
        .isTrue();
    assertThat(schema.at("/properties/labels/x-zh-CN/description").asText()).isEqualTo("任意。");
    assertThat(schema.at("/required")).hasToString("[\"name\"]");
    assertThat(schema.at("/additionalProperties").asBoolean(true)).isFalse();
    assertThat(Description.faultsOfSchema(schema)).isEmpty();
  }

  @Test
  void fitsWhatCanBeRead() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "web");
    values.put("share", 0.5);
    values.put("sum", 12);
    values.put("pause", "PT5M");
    values.put("at", "2026-01-31T20:00:00+08:00");
    values.put("address", "https://ops.example/x");
    values.put("targets", List.of(Map.of("host", "10.0.0.1")));
    values.put("labels", Map.of("area", "north"));
    values.put("body", List.of(1, "two"));

    assertThat(Description.faults(schema, values)).isEmpty();
    assertThat(new Parameters(values).as(Everything.class))
        .isEqualTo(
            new Everything(
                "web",
                3,
                Optional.of(0.5),
                Optional.of(new BigDecimal("12")),
                false,
                Mode.SAFE,
                Optional.of(Duration.ofMinutes(5)),
                Optional.of(Instant.parse("2026-01-31T12:00:00Z")),
                Optional.of(URI.create("https://ops.example/x")),
                Optional.empty(),
                List.of(new Target("10.0.0.1")),
                Map.of("area", "north"),
                Optional.of(List.of(1, "two"))));
  }

  @Test
  void namesTheParameterThatDoesNotFit() {
    assertUnreadable(Map.of(), "'name' is missing");
    assertUnreadable(Map.of("name", "web", "times", 1.5), "'times' is no int");
    assertUnreadable(Map.of("name", "web", "mode", "SLOW"), "'mode' is no Mode");
    assertUnreadable(Map.of("name", "web", "force", "yes"), "'force' is no boolean");
    assertUnreadable(Map.of("name", "web", "pause", "${PAUSE}"), "'pause' is no Duration");
    assertUnreadable(Map.of("name", "web", "targets", "all"), "'targets' is no");
    assertUnreadable(
        Map.of("name", "web", "targets", List.of(Map.of())), "'targets/0/host' is missing");
  }

  private static void assertUnreadable(Map<String, Object> values, String message) {
    assertThatThrownBy(() -> new Parameters(values).as(Everything.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  record Range(
      @Param(title = "From", titleZh = "从") int from, @Param(title = "To", titleZh = "到") int to) {
    Range {
      if (from > to) {
        throw new IllegalArgumentException("'from' is above 'to'.");
      }
    }
  }

  @Test
  void tellsWhatTheRecordItselfSays() {
    assertThatThrownBy(() -> new Parameters(Map.of("from", 2, "to", 1)).as(Range.class))
        .hasMessage("'from' is above 'to'.");
  }

  @Test
  void tellsWhetherAReferenceIsLeft() {
    assertThat(new Parameters(Map.of("a", List.of(Map.of("b", "x")))).isComplete()).isTrue();
    assertThat(new Parameters(Map.of("a", List.of(Map.of("b", "${KEY}")))).isComplete()).isFalse();
  }

  record Bare(String name) {}

  record Odd(@Param(title = "Odd", titleZh = "怪") Thread thread) {}

  @Test
  void refusesARecordThatNoSchemaCanDescribe() {
    assertThatThrownBy(() -> RecordSchema.of(Bare.class)).hasMessageContaining("@Param");
    assertThatThrownBy(() -> RecordSchema.of(Odd.class)).hasMessageContaining("Thread");
  }
}
