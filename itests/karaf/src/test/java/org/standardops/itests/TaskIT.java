package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything that is done with a task besides just running it. */
class TaskIT {

  private static Web web;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  private static Map<String, Object> timer(String id, Object duration) {
    return Map.of(
        "id",
        id,
        "name",
        "Timer " + id,
        "atom",
        "timer",
        "timing",
        "IDLE_TIME",
        "params",
        Map.of("duration", duration));
  }

  private static Map<String, Object> failing(String id) {
    return Map.of(
        "id",
        id,
        "name",
        "Call " + id,
        "atom",
        "http",
        "params",
        Map.of("method", "GET", "url", "http://127.0.0.1:1/"));
  }

  private static Map<String, Object> variable(String key, boolean required) {
    return Map.of(
        "key",
        key,
        "name",
        key,
        "type",
        "DURATION",
        "required",
        required,
        "shown",
        true,
        "schema",
        Map.of("type", "string", "format", "duration"));
  }

  private static Map<String, Object> step(String id, String start, Object... nodes) {
    return Map.of("id", id, "name", id, "start", start, "nodes", List.of(nodes));
  }

  private static String process(String name, List<Map<String, Object>> variables, Object... steps) {
    return web.process(
        Map.of("name", name, "type", "OTHER", "variables", variables, "steps", List.of(steps)));
  }

  private static RestClient.Answer create(String process, Map<String, ?> input) {
    return web.ann().post("/processes/" + process + "/tasks", input);
  }

  private static String created(String process, Map<String, ?> input) {
    return create(process, input).expect(201).json().get("id").asText();
  }

  private static String code(RestClient.Answer answer, int status) {
    return answer.expect(status).json().get("code").asText();
  }

  @Test
  void aTaskStartsByItselfAtItsTime() {
    String process = web.processOf("timer", Map.of("duration", "PT0S"));
    Instant at = Instant.now().plusSeconds(4);

    String id = created(process, Map.of("startAt", at.toString()));

    assertThat(web.task(id).get("state").asText()).isEqualTo("CREATED");
    JsonNode ended = web.awaitState(id, "SUCCEEDED");
    assertThat(Instant.parse(ended.get("startedAt").asText())).isBetween(at, at.plusSeconds(20));
  }

  @Test
  void aTimeThatPassesWhileTheServerIsDownIsKeptWithinTenMinutes() {
    String process = web.processOf("timer", Map.of("duration", "PT0S"));
    String soon = created(process, Map.of("startAt", Instant.now().plusSeconds(3).toString()));
    String later =
        created(process, Map.of("startAt", Instant.now().plus(Duration.ofHours(1)).toString()));

    web.server().kill();
    web.server().start();

    web.awaitState(soon, "SUCCEEDED");
    RestClient.Answer task = web.ann().get("/tasks/" + later).expect(200);
    assertThat(task.json().get("state").asText()).isEqualTo("CREATED");
    JsonNode changed =
        web.ann()
            .put("/tasks/" + later, Map.of("variables", Map.of()), "If-Match", task.etag())
            .expect(200)
            .json();
    assertThat(changed.get("startAt").isNull()).isTrue();
  }

  @Test
  void aTaskIsCopiedToTheLatestRevision() {
    String process =
        process(
            "Copied",
            List.of(variable("pause", true)),
            step("s", "AUTOMATIC", timer("a", "${pause}"), timer("b", "PT0S")));
    String first =
        created(process, Map.of("variables", Map.of("pause", "PT0S"), "nodes", List.of("a", "b")));
    RestClient.Answer stored = web.ann().get("/processes/" + process).expect(200);
    Map<String, Object> changed =
        Map.of(
            "name",
            "Copied",
            "type",
            "OTHER",
            "variables",
            List.of(variable("pause", true)),
            "steps",
            List.of(step("s", "AUTOMATIC", timer("a", "${pause}"))));
    web.ann().put("/processes/" + process, changed, "If-Match", stored.etag()).expect(200);

    JsonNode same =
        web.ann().post("/tasks/" + first + "/clone", Map.of("revision", "SAME")).expect(201).json();
    RestClient.Answer latest =
        web.ann().post("/tasks/" + first + "/clone", Map.of("revision", "LATEST")).expect(201);

    assertThat(same.at("/process/revision").asInt()).isEqualTo(1);
    assertThat(same.get("warnings")).isEmpty();
    assertThat(latest.json().at("/process/revision").asInt()).isEqualTo(2);
    assertThat(latest.json().at("/variables/pause").asText()).isEqualTo("PT0S");
    assertThat(latest.headers().firstValue("Location")).isPresent();
    String copy = latest.json().get("id").asText();
    web.ann().post("/tasks/" + copy + "/start", RestClient.empty()).expect(200);
    web.awaitState(copy, "SUCCEEDED");
  }

  @Test
  void aSelectionIsSavedAndRunsInItsOrder() {
    String process =
        process(
            "Selected",
            List.of(variable("pause", true)),
            step("one", "AUTOMATIC", timer("a", "${pause}")),
            step("two", "AUTOMATIC", timer("b", "PT0S"), timer("c", "PT0S")));
    String selections = "/processes/" + process + "/selections";
    web.ann().put(selections + "/quick", Map.of("nodes", List.of("c", "b"))).expect(200);
    JsonNode saved = web.ann().get(selections).expect(200).json().at("/items/0");
    assertThat(saved.get("name").asText()).isEqualTo("quick");
    assertThat(code(web.ann().put(selections + "/bad", Map.of("nodes", List.of("nope"))), 422))
        .isEqualTo("INVALID");

    String id = created(process, Map.of("nodes", saved.get("nodes"), "start", true));

    JsonNode ended = web.awaitState(id, "SUCCEEDED");
    assertThat(ended.at("/steps/0/state").asText()).isEqualTo("EXCLUDED");
    assertThat(Instant.parse(Web.node(ended, "b").get("endedAt").asText()))
        .isBeforeOrEqualTo(Instant.parse(Web.node(ended, "c").get("startedAt").asText()));
    web.ann().delete(selections + "/quick").expect(204);
    assertThat(web.ann().get(selections).expect(200).json().get("items")).isEmpty();
  }

  @Test
  void eachStageIsCheckedByItself() {
    String process =
        process(
            "Staged",
            List.of(variable("pause", true)),
            step("one", "AUTOMATIC", timer("a", "${pause}"), timer("b", "PT0S")));

    assertThat(validate(process, Map.of("nodes", List.of("a", "b"))).status()).isEqualTo(200);
    assertThat(validate(process, Map.of("nodes", List.of("x"))).text()).contains("UNKNOWN_NODE");
    assertThat(validate(process, Map.of("nodes", List.of("a"), "variables", Map.of())).text())
        .contains("/variables/pause", "MISSING");
    assertThat(validate(process, Map.of("params", Map.of("a", Map.of("nonsense", 1)))).text())
        .contains("/params/a/nonsense")
        .doesNotContain("/variables/pause");
  }

  private static RestClient.Answer validate(String process, Map<String, ?> input) {
    return web.ann().post("/processes/" + process + "/tasks?validateOnly=true", input);
  }

  @Test
  void valuesOfNodesToComeAreChangedWhileSuspended() {
    String process =
        process(
            "Changed",
            List.of(variable("pause", true)),
            step(
                "one",
                "AUTOMATIC",
                timer("a", "PT3S"),
                timer("b", "${pause}"),
                timer("c", "PT1H")));
    String id = web.start(process, Map.of("pause", "PT1H"));
    web.awaitNode(id, "a", "WAITING");
    RestClient.Answer suspended =
        web.ann().post("/tasks/" + id + "/suspend", RestClient.empty()).expect(200);
    Map<String, Object> change =
        Map.of(
            "variables", Map.of("pause", "PT0S"),
            "params", Map.of("c", Map.of("duration", "PT0S")));

    assertThat(code(web.ann().patch("/tasks/" + id, change), 428)).isEqualTo("IF_MATCH_MISSING");
    assertThat(code(web.ann().patch("/tasks/" + id, change, "If-Match", "\"1\""), 412))
        .isEqualTo("ETAG_CHANGED");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                web.ann()
                        .patch(
                            "/tasks/" + id,
                            change,
                            "If-Match",
                            web.ann().get("/tasks/" + id).etag())
                        .status()
                    == 200);
    assertThat(suspended.json().get("state").asText()).isEqualTo("SUSPENDED");
    web.ann().post("/tasks/" + id + "/resume", RestClient.empty()).expect(200);

    web.awaitState(id, "SUCCEEDED");
  }

  @Test
  void aNodeIsStoppedAndAManualStepContinued() {
    String process =
        process(
            "Stopped",
            List.of(),
            step("one", "AUTOMATIC", timer("a", "PT1H")),
            step("two", "MANUAL", timer("b", "PT0S")));
    String id = web.start(process, Map.of());
    web.awaitNode(id, "a", "WAITING");

    web.ann()
        .post("/tasks/" + id + "/nodes/a/stop", Map.of("attempt", 1, "comment", "too long"))
        .expect(200);
    JsonNode failed = web.awaitState(id, "FAILED");
    assertThat(Web.node(failed, "a").at("/error/message").asText()).contains("ann");
    web.ann().post("/tasks/" + id + "/nodes/a/skip", RestClient.empty()).expect(200);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> web.task(id).at("/steps/1/state").asText().equals("AWAITING_PERSON"));
    web.ann().post("/tasks/" + id + "/steps/two/continue", RestClient.empty()).expect(200);

    web.awaitState(id, "SUCCEEDED");
  }

  @Test
  void aRetryTellsWhatItChanged() {
    String process = process("Retried", List.of(), step("one", "AUTOMATIC", failing("n")));
    String id = web.start(process, Map.of());
    web.awaitState(id, "FAILED");

    web.ann()
        .post(
            "/tasks/" + id + "/nodes/n/retry",
            Map.of("params", Map.of("url", "http://127.0.0.2:1/", "method", "GET")))
        .expect(200);

    JsonNode attempts =
        web.ann().get("/tasks/" + id + "/nodes/n").expect(200).json().get("attempts");
    assertThat(attempts.get(1).get("changes").toString())
        .isEqualTo(
            "[{\"pointer\":\"/url\",\"before\":\"http://127.0.0.1:1/\","
                + "\"after\":\"http://127.0.0.2:1/\"}]");
  }

  @Test
  void parametersThatATaskDoesWithoutStayAway() {
    String process = web.processOf("http", Map.of("method", "GET", "url", "http://127.0.0.1:1/"));
    RestClient.Answer task =
        create(process, "{\"params\": {\"n\": {\"method\": null}}}").expect(201);
    assertThat(task.json().at("/params/n/method").isNull()).isTrue();
    assertThat(task.json().at("/params/n").has("method")).isTrue();

    JsonNode again =
        web.ann()
            .put("/tasks/" + task.json().get("id").asText(), task.text(), "If-Match", task.etag())
            .expect(200)
            .json();

    assertThat(Web.node(again, "n").get("params").has("method")).isFalse();
  }

  private static RestClient.Answer create(String process, String input) {
    return web.ann().post("/processes/" + process + "/tasks", input);
  }

  @Test
  void tasksAreFilteredAndPaged() {
    String process = web.processOf("timer", Map.of("duration", "PT0S"));
    String list = "/businesses/web/tasks?process=" + process;
    for (int n = 1; n <= 3; n++) {
      created(process, Map.of("name", "Filtered " + n));
    }
    web.awaitState(web.start(process, Map.of()), "SUCCEEDED");

    JsonNode first = web.ann().get(list + "&state=CREATED&limit=2").expect(200).json();
    JsonNode rest =
        web.ann()
            .get(list + "&state=CREATED&limit=2&cursor=" + first.get("nextCursor").asText())
            .expect(200)
            .json();

    assertThat(first.get("items"))
        .extracting(task -> task.get("name").asText())
        .containsExactly("Filtered 3", "Filtered 2");
    assertThat(rest.get("items"))
        .extracting(task -> task.get("name").asText())
        .containsExactly("Filtered 1");
    assertThat(rest.get("nextCursor").isNull()).isTrue();
    assertThat(count(list + "&q=filtered%202")).isEqualTo(1);
    assertThat(count(list + "&origin=API&createdBy=ann")).isEqualTo(4);
    assertThat(count(list + "&origin=CONSOLE")).isZero();
    assertThat(count(list + "&state=CREATED&state=SUCCEEDED")).isEqualTo(4);
    assertThat(count(list + "&from=2126-01-01T00:00:00Z")).isZero();
    assertThat(count(list + "&to=2126-01-01T00:00:00Z")).isEqualTo(4);
  }

  private static int count(String list) {
    return web.ann().get(list).expect(200).json().get("items").size();
  }

  @Test
  void favouritesAreKept() {
    String process = web.processOf("timer", Map.of("duration", "PT0S"));

    web.ann().put("/me/favourites/PROCESS/" + process, RestClient.empty()).expect(204);
    web.ann().put("/me/favourites/PROCESS/" + process, RestClient.empty()).expect(204);

    assertThat(web.ann().get("/me/favourites").expect(200).json().at("/items/0/id").asText())
        .isEqualTo(process);
    web.ann().delete("/me/favourites/PROCESS/" + process).expect(204);
    assertThat(count("/me/favourites")).isZero();
    assertThat(code(web.ann().put("/me/favourites/PROCESS/nope", RestClient.empty()), 404))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void statisticsTellWhatTasksTook() {
    String process =
        process(
            "Counted",
            List.of(),
            step("one", "AUTOMATIC", timer("a", "PT1S")),
            step("two", "AUTOMATIC", failing("n")));
    String id = web.start(process, Map.of());
    web.awaitState(id, "FAILED");
    web.ann().post("/tasks/" + id + "/terminate", RestClient.empty()).expect(200);
    web.awaitState(id, "TERMINATED");

    JsonNode figures =
        await()
            .atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofMillis(500))
            .until(() -> ofProcess(process), of -> of.get("count").asInt() == 1);

    assertThat(figures.get("succeeded").asInt()).isZero();
    assertThat(Duration.parse(figures.at("/duration/median").asText()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    JsonNode all = web.ann().get("/businesses/web/statistics").expect(200).json();
    assertThat(all.get("byAtom"))
        .extracting(of -> of.get("atom").asText())
        .contains("timer", "http");
    assertThat(all.get("byPerson")).extracting(of -> of.get("person").asText()).contains("ann");
    assertThat(all.get("byTiming"))
        .extracting(of -> of.get("timing").asText())
        .contains("IDLE_TIME");
  }

  private static JsonNode ofProcess(String process) {
    JsonNode all = web.ann().get("/businesses/web/statistics").expect(200).json();
    for (JsonNode of : all.get("byProcess")) {
      if (of.at("/process/id").asText().equals(process)) {
        return of;
      }
    }
    return RestClient.JSON.createObjectNode().put("count", 0);
  }
}
