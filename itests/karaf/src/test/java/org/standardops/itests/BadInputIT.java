package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.standardops.itests.RestClient.Answer;

/** Bad input gets every fault at once and stores nothing. */
class BadInputIT {

  private static final String PROCESSES = "/businesses/web/processes";

  private static Web web;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  @AfterEach
  void nothingIsStored() {
    assertThat(web.ann().get(PROCESSES).expect(200).json().get("items")).isEmpty();
  }

  @Test
  void everyFaultOfAProcessIsNamedAtOnce() {
    Answer answer =
        web.ann()
            .post(
                PROCESSES,
                """
                {"name": "Faulty", "type": "OTHER", "steps": [
                  {"id": "a", "name": "A", "nodes": [
                    {"id": "a", "name": "Double id", "atom": "timer", "params": {"duration": "${nowhere}"}},
                    {"id": "b", "name": "No such atom", "atom": "tea-kettle", "params": {}},
                    {"id": "c", "name": "Missing", "atom": "http", "params": {"method": "GET"}},
                    {"id": "d", "name": "Wrong", "atom": "http", "params": {"method": 7, "url": "http://a.test/"}}]}]}
                """)
            .expect(422);

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(answer.json().get("errors"))
        .extracting(error -> error.get("pointer").asText(), error -> error.get("code").asText())
        .contains(
            tuple("/steps/0/nodes/0/id", "DUPLICATE_ID"),
            tuple("/steps/0/nodes/0/params/duration", "UNKNOWN_VARIABLE"),
            tuple("/steps/0/nodes/1/atom", "UNKNOWN_ATOM"),
            tuple("/steps/0/nodes/2/params/url", "MISSING"))
        .anyMatch(fault -> fault.toList().get(0).equals("/steps/0/nodes/3/params/method"));
  }

  @Test
  void whatIsWrongIsSaidInChineseWhereThatIsAskedFor() {
    JsonNode problem =
        web.ann()
            .post(
                PROCESSES,
                """
                {"name": "错误", "type": "OTHER", "sugar": 1, "steps": [
                  {"id": "a", "name": "A", "nodes": [
                    {"id": "b", "name": "B", "atom": "tea-kettle", "params": {}},
                    {"id": "c", "name": "C", "atom": "timer", "params": {"duration": "soon"}}]}]}
                """,
                "Accept-Language",
                "zh-CN")
            .expect(422)
            .json();

    assertThat(problem.get("title").asText()).isEqualTo("提交的内容无效");
    assertThat(problem.get("errors").findValuesAsText("message"))
        .contains("没有这个字段。", "原子“tea-kettle”未安装，可通过 GET /atoms 查看已安装的原子。")
        .allMatch(message -> message.matches("(?s).*\\p{IsHan}.*"));
    assertThat(
            web.ann()
                .get("/tasks/nothing", "Accept-Language", "zh-CN")
                .expect(404)
                .json()
                .get("detail")
                .asText())
        .isEqualTo("任务 nothing不存在，或您无权查看。");
  }

  @Test
  void aRegularExpressionThatCouldHoldAThreadIsRefusedOrDoneWithSoon() {
    String variable =
        """
        {"name": "Matches", "type": "OTHER", "variables": [
          {"key": "v", "type": "TEXT", "default": "%s!", "schema": {"type": "string", "pattern": "%s"}}],
         "steps": [{"id": "s", "nodes": [
          {"id": "n", "atom": "timer", "params": {"duration": "PT0S"}}]}]}
        """;

    Answer slow =
        web.ann().post(PROCESSES, variable.formatted("a".repeat(3_000), "^(a+)+$")).expect(422);
    Answer refused = web.ann().post(PROCESSES, variable.formatted("a", "(a)\\\\1")).expect(422);

    assertThat(slow.json().at("/errors/0/pointer").asText()).isEqualTo("/variables/0/default");
    assertThat(refused.json().at("/errors/0/pointer").asText())
        .isEqualTo("/variables/0/schema/pattern");
    assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("UNSUPPORTED_PATTERN");
  }

  @Test
  void bodyOfTenMegabytesIsTooLarge() {
    byte[] body = ("{\"name\": \"" + "x".repeat(10 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);

    assertProblem(web.ann().postBytes(PROCESSES, "application/json", body), 413, "TOO_LARGE");
  }

  @Test
  void brokenJsonIsUnreadable() {
    assertProblem(web.ann().post(PROCESSES, "{\"name\": \"x\","), 400, "UNREADABLE");
  }

  @Test
  void textThatIsNotUtf8IsUnreadable() {
    byte[] body = "{\"name\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertProblem(web.ann().postBytes(PROCESSES, "application/json", body), 400, "UNREADABLE");
  }

  @Test
  void otherMediaTypesAreRefused() {
    assertProblem(
        web.ann().postBytes(PROCESSES, "text/plain", new byte[] {'x'}),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void variableOfWrongTypeIsRefusedAtTaskCreation() {
    try (ServerProcess other = new ServerProcess(Download.shared())) {
      Web own = Web.on(other);
      String process = own.exampleProcess("cdn-prefetch.json");
      Map<String, Object> input =
          Map.of("variables", Map.of("urls", List.of("http://a.test/", 7)), "start", true);

      Answer answer = own.ann().post("/processes/" + process + "/tasks", input).expect(422);

      assertThat(answer.json().get("errors"))
          .extracting(e -> e.get("pointer").asText())
          .containsExactly("/variables/urls/1");
      Map<String, Object> unreadable =
          Map.of(
              "variables",
              Map.of("urls", 7),
              "params",
              Map.of("push", Map.of("area", 1), "compare", 1, "tea", Map.of()),
              "nodes",
              List.of("push", 5),
              "start",
              "now",
              "sugar",
              true);
      assertThat(
              own.ann()
                  .post("/processes/" + process + "/tasks", unreadable)
                  .expect(422)
                  .json()
                  .get("errors"))
          .extracting(e -> e.get("pointer").asText())
          .contains(
              "/sugar",
              "/start",
              "/nodes/1",
              "/params/compare",
              "/params/tea",
              "/params/push/area",
              "/variables/urls");
      assertThat(own.ann().get("/businesses/web/tasks").expect(200).json().get("items")).isEmpty();
    }
  }

  private static void assertProblem(Answer answer, int status, String code) {
    answer.expect(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(answer.json().get("code").asText()).isEqualTo(code);
    assertThat(answer.json().get("detail").asText()).isNotBlank();
  }
}
