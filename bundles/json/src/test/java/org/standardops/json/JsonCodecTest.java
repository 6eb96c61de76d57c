package org.standardops.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonCodecTest {

  record Sample(String name, Optional<Duration> after, Instant at, Map<String, Object> values) {}

  private final JsonCodec codec = new JsonCodec();

  @Test
  void readsBackWhatItWrote() {
    Sample sample =
        new Sample(
            "a",
            Optional.of(Duration.ofMinutes(20)),
            Instant.parse("2026-11-24T08:00:00.123456Z"),
            Map.of("n", 7));

    byte[] json = codec.write(sample);

    assertThat(new String(json, StandardCharsets.UTF_8))
        .contains("\"PT20M\"")
        .contains("\"2026-11-24T08:00:00.123456Z\"");
    assertThat(codec.read(json, Sample.class)).isEqualTo(sample);
  }

  @Test
  void refusesFieldsThatARecordDoesNotKnow() {
    byte[] json = "{\"name\":\"a\",\"other\":1}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> codec.read(json, Sample.class))
        .hasStackTraceContaining("Unrecognized field \"other\"");
  }
}
