package org.standardops.rest.atom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.standardops.rest.http.Language;

class SchemaTextsTest {

  private static final Map<String, Object> SCHEMA =
      Map.of(
          "properties",
          Map.of(
              "hosts",
              Map.of(
                  "title",
                  "Hosts",
                  "description",
                  "Where it runs.",
                  "x-zh-CN",
                  Map.of("title", "主机"),
                  "anyOf",
                  List.of(Map.of("title", "One", "x-zh-CN", Map.of("title", "一台"))))));

  @Test
  void putsTheReadersTextsInTheirPlacesAndKeepsWhatIsMissing() {
    Map<?, ?> hosts = (Map<?, ?>) properties(Language.of("zh-CN")).get("hosts");

    assertThat(hosts.get("title")).isEqualTo("主机");
    assertThat(hosts.get("description")).isEqualTo("Where it runs.");
    assertThat(hosts.get("x-zh-CN")).isEqualTo(Map.of("title", "主机"));
    assertThat(((Map<?, ?>) ((List<?>) hosts.get("anyOf")).get(0)).get("title")).isEqualTo("一台");
  }

  @Test
  void leavesEnglishAsItIsWritten() {
    assertThat(SchemaTexts.in(Language.of("en"), SCHEMA)).isEqualTo(SCHEMA);
  }

  private static Map<?, ?> properties(Language language) {
    return (Map<?, ?>) SchemaTexts.in(language, SCHEMA).get("properties");
  }
}
