package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.standardops.engine.core.Result;
import org.standardops.engine.core.Touched;
import org.standardops.model.task.NodeError;

class LightAppsTest {

  private static final String FORM =
      """
      {"name": "Prefetch", "inputs": ["urls"], "outputs": ["urls"], "people": ["eve"],
       "contacts": ["ann"], "may": ["TERMINATE"]}
      """;
  private static final String VALUES = "{\"variables\": {\"urls\": [\"http://a/1\"]}}";

  private static TestServer server;
  private static ApiClient ann;
  private static ApiClient eve;

  @BeforeAll
  static void start() {
    server = new TestServer();
    ann = server.as("ann");
    eve = server.as("eve");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String path() {
    String task =
        ann.post("/processes/p1/tasks", TasksTest.NEW_TASK).expect(201).json().get("id").asText();
    return "/light-apps/"
        + ann.post("/tasks/" + task + "/light-app", FORM).expect(201).json().get("id").asText();
  }

  private static JsonNode run() {
    return eve.post(path() + "/runs", VALUES).expect(201).json();
  }

  @Test
  void isAnsweredWholeToItsMaker() {
    ApiClient.Answer answer = ann.get(path()).expect(200);

    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(answer.json().at("/inputs/0/label").asText()).isEqualTo("Prefetch URLs");
    assertThat(answer.json().at("/people/0").asText()).isEqualTo("eve");
    assertThat(answer.json().at("/process/revision").asInt()).isEqualTo(3);
    assertThat(answer.json().at("/oneAtATime").asBoolean()).isTrue();
  }

  @Test
  void isAFormToItsPeople() {
    JsonNode form = eve.get(path()).expect(200).json();

    assertThat(form.at("/inputs/0/key").asText()).isEqualTo("urls");
    assertThat(form.get("allowed").toString()).isEqualTo("[\"RUN\"]");
    for (String field : List.of("people", "outputs", "process", "task", "business")) {
      assertThat(form.has(field)).as(field).isFalse();
    }
  }

  @Test
  void takesInputsAsKeysOrWithLabels() {
    String path = path();
    String form =
        """
        {"name": "Prefetch", "inputs": [{"key": "urls", "label": "Addresses", "help": "One a line",
         "default": ["http://a/"], "limits": {"maxItems": 3}}],
         "outputs": [{"key": "urls", "label": "Done"}], "people": ["eve"]}
        """;

    JsonNode changed = ann.put(path, form, "If-Match", "\"1\"").expect(200).json();

    assertThat(changed.at("/inputs/0/label").asText()).isEqualTo("Addresses");
    assertThat(changed.at("/inputs/0/default/0").asText()).isEqualTo("http://a/");
    assertThat(changed.at("/inputs/0/limits/maxItems").asInt()).isEqualTo(3);
    assertThat(changed.at("/outputs/0/label").asText()).isEqualTo("Done");
  }

  @Test
  void whatGetGaveCanBeSentBack() {
    String path = path();
    ApiClient.Answer got = ann.get(path).expect(200);

    ann.put(path, got.text(), "If-Match", got.header("ETag")).expect(200);
  }

  @Test
  void changesWantTheETag() {
    String path = path();
    ann.put(path, FORM).expectProblem(428, "IF_MATCH_MISSING");
    ann.put(path, FORM, "If-Match", "\"9\"").expectProblem(412, "ETAG_CHANGED");
    ann.delete(path).expectProblem(428, "IF_MATCH_MISSING");
    ann.delete(path, "If-Match", "\"1\"").expect(204);
    ann.get(path).expectProblem(404, "NOT_FOUND");
  }

  @Test
  void peopleAndTaskAreChangedWithoutOne() {
    String path = path();
    JsonNode given =
        ann.put(path + "/people", "{\"people\": [\"eve\", \"kim\"]}").expect(200).json();
    ann.put(path + "/people", "{\"people\": []}", "If-Match", "\"1\"")
        .expectProblem(412, "ETAG_CHANGED");
    String task =
        ann.post("/processes/p1/tasks", TasksTest.NEW_TASK).expect(201).json().get("id").asText();
    JsonNode updated =
        ann.post(path + "/update", "{\"task\": \"" + task + "\"}").expect(200).json();

    assertThat(updated.get("people")).isEqualTo(given.get("people"));
    assertThat(updated.get("link")).isEqualTo(given.get("link"));
    assertThat(updated.get("task").asText()).isEqualTo(task);
    ann.post(path + "/update", "{\"task\": \"!\"}").expectProblem(422, "INVALID");
  }

  @Test
  void faultsPointIntoTheForm() {
    String task =
        ann.post("/processes/p1/tasks", TasksTest.NEW_TASK).expect(201).json().get("id").asText();

    assertThat(
            ann.post(
                    "/tasks/" + task + "/light-app", "{\"name\": \"x\", \"inputs\": [\"nothing\"]}")
                .expectProblem(422, "INVALID")
                .faults())
        .containsExactly("/inputs/0 UNKNOWN_VARIABLE");
    ann.post("/tasks/" + task + "/light-app", "{\"inputs\": [7], \"may\": [\"SKIP\"]}")
        .expectProblem(422, "INVALID");
    ann.post("/tasks/none!/light-app", FORM).expectProblem(404, "NOT_FOUND");
  }

  @Test
  void isListedAndOnTheDesktopOfItsPeople() {
    String id = path().substring("/light-apps/".length());

    assertThat(ids(ann.get("/businesses/web/light-apps?limit=200"))).contains(id);
    assertThat(ids(eve.get("/desktop?limit=200"))).contains(id);
    assertThat(ids(ann.get("/desktop?limit=200"))).doesNotContain(id);
  }

  private static List<String> ids(ApiClient.Answer list) {
    return list.expect(200).json().get("items").findValuesAsText("id");
  }

  @Test
  void theSameKeyRunsOnce() {
    String runs = path() + "/runs";

    JsonNode first = eve.post(runs, VALUES, "Idempotency-Key", "k-" + runs).expect(201).json();
    JsonNode again = eve.post(runs, VALUES, "Idempotency-Key", "k-" + runs).expect(201).json();

    assertThat(again).isEqualTo(first);
    assertThat(ids(eve.get(runs))).containsExactly(first.get("id").asText());
  }

  @Test
  void aRunShowsNothingTechnical() {
    JsonNode run = run();
    String task = "/tasks/" + run.get("id").asText();
    String seen = eve.get(task).expect(200).text();

    assertThat(run.get("words").asText()).isEqualTo("It is running: Prefetch.");
    assertThat(run.at("/steps/0/name").asText()).isEqualTo("Prefetch");
    assertThat(run.at("/inputs/0/label").asText()).isEqualTo("Prefetch URLs");
    assertThat(seen).doesNotContain("params", "push", "forceRefresh", "tencent", "\"urls\"");
    assertThat(ann.get(task).expect(200).text()).contains("forceRefresh");
  }

  @Test
  void aFailureIsToldInPlainWords() {
    String id = run().get("id").asText();
    server.tasks.answer(
        id,
        "push",
        new Result.Failed(
            new NodeError("QUOTA", "The quota of x-13 is used up.", false), Touched.NO, Map.of()));

    ApiClient.Answer seen = eve.get("/tasks/" + id, "Accept-Language", "en").expect(200);

    assertThat(seen.json().get("state").asText()).isEqualTo("FAILED");
    assertThat(seen.json().get("words").asText())
        .contains("\"Prefetch\"", "tell Ann", "terminate it");
    assertThat(seen.text()).doesNotContain("QUOTA", "x-13");
    assertThat(
            eve.get("/tasks/" + id, "Accept-Language", "zh-CN")
                .expect(200)
                .json()
                .get("words")
                .asText())
        .contains("执行失败", "Ann");
  }

  @Test
  void theUserMayEndTheOwnRun() {
    String id = run().get("id").asText();

    JsonNode ended = eve.post("/tasks/" + id + "/terminate", "{}").expect(200).json();

    assertThat(ended.get("words").asText()).contains("terminated");
    assertThat(ended.has("variables")).isFalse();
  }
}
