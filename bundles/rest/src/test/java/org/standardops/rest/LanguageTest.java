package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LanguageTest {

  private static final String PATH = "/businesses/web/processes";
  private static final String LOST =
      """
      {"type": "OTHER", "steps": [{"id": "s", "nodes": [{"id": "n", "atom": "nowhere"}]}]}
      """;

  private static TestServer server;
  private static ApiClient ann;

  @BeforeAll
  static void start() {
    server = new TestServer();
    ann = server.as("ann");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void tellsFaultsInChineseWhereThatIsAskedFor() {
    JsonNode chinese =
        ann.post(PATH, LOST, "Accept-Language", "zh-CN").expectProblem(422, "INVALID").json();
    JsonNode english = ann.post(PATH, LOST).expectProblem(422, "INVALID").json();

    assertThat(chinese.at("/errors/0/message").asText()).isEqualTo("必填，请填写。");
    assertThat(chinese.at("/errors/1/message").asText()).startsWith("原子未安装");
    assertThat(chinese.get("detail").asText()).isEqualTo("提交的内容有 2 处错误，见 errors。");
    assertThat(english.at("/errors/0/message").asText()).isEqualTo("This is required.");
  }

  @Test
  void writesOnlyCodesThatCanBe() throws IOException {
    Properties texts = new Properties();
    try (InputStream in =
        getClass().getResourceAsStream("/org/standardops/rest/http/faults_zh_CN.properties")) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    assertThat(texts.stringPropertyNames())
        .hasSizeGreaterThan(25)
        .allMatch(code -> code.matches("(detail\\.)?[A-Z_]+"));
    assertThat(texts.values()).noneMatch(text -> text.toString().isBlank());
  }
}
