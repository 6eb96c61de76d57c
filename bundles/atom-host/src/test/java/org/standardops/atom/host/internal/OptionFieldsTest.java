package org.standardops.atom.host.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionFieldsTest {

  private static final Map<String, Object> MARKED = Map.of("type", "string", "x-options", true);
  private static final Map<String, Object> PLAIN = Map.of("type", "string");

  @Test
  void namesMarkedParametersAndPartsOfThem() {
    Map<String, Object> targets =
        Map.of("items", Map.of("properties", Map.of("host", MARKED, "path", PLAIN)));
    Map<String, Object> schema =
        Map.of(
            "properties",
            Map.of(
                "region",
                MARKED,
                "name",
                PLAIN,
                "hosts",
                Map.of("type", "array", "items", MARKED),
                "targets",
                targets,
                "place",
                Map.of("properties", Map.of("zone", MARKED))));

    assertThat(OptionFields.of(schema))
        .containsExactlyInAnyOrder("region", "hosts", "targets/host", "place/zone");
  }

  @Test
  void findsNoneInASchemaWithout() {
    assertThat(OptionFields.of(Map.of("type", "object"))).isEqualTo(List.of());
  }
}
