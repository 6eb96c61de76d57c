package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Conditions, lists, running again, and what the server tells of itself. */
class EngineIT {

  private static final Map<String, Object> URLS =
      Map.of(
          "key", "urls",
          "type", "LIST",
          "schema", Map.of("type", "array", "items", Map.of("type", "string")));

  private static Web web;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  private static Map<String, Object> definition(Map<?, ?>... steps) {
    return Map.of(
        "name", "Engine", "type", "OTHER", "variables", List.of(URLS), "steps", List.of(steps));
  }

  private static Map<String, Object> timer(String id, Object duration) {
    return Map.of("id", id, "atom", "timer", "params", Map.of("duration", duration));
  }

  private static Map<String, Object> with(Map<String, Object> of, String key, Object value) {
    Map<String, Object> more = new HashMap<>(of);
    more.put(key, value);
    return more;
  }

  private static Map<String, Object> step(String id, List<Object> nodes) {
    return Map.of("id", id, "mode", "PARALLEL", "limit", 2, "nodes", nodes);
  }

  /** Loopback is refused unless the server allows it, so each of these fails. */
  private static Map<String, Object> failingForEach(List<String> hosts) {
    Map<String, Object> node =
        Map.of(
            "id",
            "n",
            "atom",
            "http",
            "params",
            Map.of("method", "GET", "url", "http://${host}:1/${host_index}"));
    return with(node, "forEach", Map.of("items", hosts, "as", "host", "limit", 2));
  }

  @Test
  void skipsByConditionAndRunsForEachOfAList() {
    Map<String, Object> each =
        with(timer("each", "${item}"), "forEach", Map.of("items", "${urls}", "limit", 2));
    String id =
        web.start(
            web.process(
                definition(
                    step(
                        "s",
                        List.of(each, with(timer("big", "PT1H"), "when", "urls.size() > 5"))))),
            Map.of("urls", List.of("PT0S", "PT0.1S", "PT0S")));

    JsonNode task = web.awaitState(id, "SUCCEEDED");

    assertThat(Web.node(task, "big").get("state").asText()).isEqualTo("SKIPPED");
    assertThat(Web.node(task, "big").get("condition").asBoolean(true)).isFalse();
    assertThat(Web.node(task, "each").at("/elements/states/SUCCEEDED").asInt()).isEqualTo(3);
    JsonNode second = web.ann().get("/tasks/" + id + "/nodes/each/elements/1").expect(200).json();
    assertThat(second.get("item").asText()).isEqualTo("PT0.1S");
    assertThat(second.get("attempts")).hasSize(1);
  }

  @Test
  void namesWhatIsWrongWithAConditionBeforeItRuns() {
    Map<String, Object> wrong = with(timer("n", "PT0S"), "when", "ulrs.size() > 5");

    JsonNode problem =
        web.ann()
            .post("/businesses/web/processes", definition(step("s", List.of(wrong))))
            .expect(422)
            .json();

    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/steps/0/nodes/0/when");
    assertThat(problem.at("/errors/0/code").asText()).isEqualTo("UNKNOWN_VARIABLE");
  }

  @Test
  void elementsAreListedRetriedAndSkippedByThemselves() {
    String id =
        web.start(
            web.process(
                definition(step("s", List.of(failingForEach(List.of("127.0.0.1", "127.0.0.2")))))),
            Map.of("urls", List.of()));
    web.awaitState(id, "FAILED");
    String elements = "/tasks/" + id + "/nodes/n/elements";

    JsonNode failed = web.ann().get(elements + "?state=FAILED").expect(200).json().get("items");
    assertThat(failed).hasSize(2);
    assertThat(failed.get(0).get("allowed")).hasSize(2);
    assertThat(failed.get(1).at("/params/url").asText()).isEqualTo("http://127.0.0.2:1/1");
    web.ann().post(elements + "/0/skip", Map.of("comment", "not needed")).expect(200);
    web.ann().post(elements + "/1/retry", Map.of("params", Map.of("method", "HEAD"))).expect(200);

    web.awaitState(id, "FAILED");
    JsonNode second = web.ann().get(elements + "/1").expect(200).json();
    assertThat(second.get("attempts")).hasSize(2);
    assertThat(web.ann().get(elements + "/1/log?attempt=1").expect(200).status()).isEqualTo(200);
    web.ann().post(elements + "/1/skip", Map.of()).expect(200);
    web.awaitState(id, "SUCCEEDED");
  }

  @Test
  void runsAgainFromAnEarlierStep() {
    String id =
        web.start(
            web.process(
                definition(
                    step("first", List.of(timer("a", "PT0S"))),
                    step("second", List.of(timer("b", "PT0S"))),
                    step("third", List.of(failingForEach(List.of("127.0.0.1")))))),
            Map.of("urls", List.of()));
    JsonNode failed = web.awaitState(id, "FAILED");
    assertThat(failed.get("allowed")).extracting(JsonNode::asText).contains("RUN_AGAIN");

    web.ann().post("/tasks/" + id + "/run-again", Map.of("fromStep", "second")).expect(200);

    JsonNode again = web.awaitState(id, "FAILED");
    assertThat(Web.node(again, "a").get("attempt").asInt()).isEqualTo(1);
    assertThat(Web.node(again, "b").get("attempt").asInt()).isEqualTo(2);
    web.ann().post("/tasks/" + id + "/run-again", Map.of("fromStep", "none")).expect(404);
  }

  @Test
  void showsHowItWorksToWhoMayReadMetrics() {
    assertThat(web.admin().get("/metrics").expect(200).text())
        .contains("# TYPE standardops_engine_commits_total counter")
        .contains("standardops_engine_tasks_queued 0.0");
    web.ann().get("/metrics").expect(403);
  }
}
