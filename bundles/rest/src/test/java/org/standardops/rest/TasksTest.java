package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.standardops.engine.core.Result;
import org.standardops.engine.core.Touched;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.TaskStatus;

class TasksTest {

  static final String NEW_TASK = "{\"variables\": {\"urls\": [\"http://a/1\"]}, \"start\": true}";

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

  private static JsonNode task(String input) {
    return ann.post("/processes/p1/tasks", input).expect(201).json();
  }

  private static String id(String input) {
    return task(input).get("id").asText();
  }

  private static String failed() {
    String id = id(NEW_TASK);
    server.tasks.answer(
        id,
        "push",
        new Result.Failed(
            new NodeError("QUOTA", "The quota is used up.", false), Touched.NO, Map.of()));
    return id;
  }

  @Test
  void createdIsAnsweredWhole() {
    ApiClient.Answer answer = ann.post("/processes/p1/tasks", NEW_TASK).expect(201);

    JsonNode body = answer.json();
    assertThat(answer.header("Location")).isEqualTo("/api/v1/tasks/" + body.get("id").asText());
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(body.get("state").asText()).isEqualTo("RUNNING");
    assertThat(body.at("/process/revision").asInt()).isEqualTo(3);
    assertThat(body.at("/origin/kind").asText()).isEqualTo("API");
    assertThat(body.at("/origin/id").isNull()).isTrue();
    assertThat(body.at("/steps/0/state").asText()).isEqualTo("RUNNING");
    assertThat(body.at("/steps/0/nodes/0/atom/version").asText()).isEqualTo("1.0.0");
    assertThat(body.at("/steps/0/nodes/0/progress").asDouble()).isEqualTo(0.4);
    assertThat(body.at("/endedAt").isNull()).isTrue();
    assertThat(body.get("allowed").toString()).contains("SUSPEND", "TERMINATE");
  }

  @Test
  void parametersShowValuesAsSoonAsTheyAreKnown() {
    JsonNode body = task(NEW_TASK);

    assertThat(body.at("/steps/0/nodes/0/params/urls/0").asText()).isEqualTo("http://a/1");
    assertThat(body.at("/steps/1/nodes/0/params/ids").asText()).isEqualTo("${node.push.taskIds}");

    String id = body.get("id").asText();
    server.tasks.answer(id, "push", new Result.Succeeded(Map.of("taskIds", List.of("t1"))));

    JsonNode later = ann.get("/tasks/" + id).expect(200).json();
    assertThat(later.at("/steps/1/nodes/0/params/ids/0").asText()).isEqualTo("t1");
  }

  @Test
  void faultsOfValuesPointIntoTheBody() {
    ApiClient.Answer answer =
        ann.post("/processes/p1/tasks", "{\"variables\": {\"urls\": 7}}")
            .expectProblem(422, "INVALID");

    assertThat(answer.faults()).containsExactly("/variables/urls WRONG_TYPE");
    ann.post("/processes/p1/tasks?validateOnly=true", "{\"variables\": {\"urls\": 7}}")
        .expectProblem(422, "INVALID");
    assertThat(
            ann.post("/processes/p1/tasks?validateOnly=true", NEW_TASK)
                .expect(200)
                .json()
                .get("valid")
                .asBoolean())
        .isTrue();
  }

  @Test
  void unknownFieldsOfATaskAreFaults() {
    assertThat(
            ann.post("/processes/p1/tasks", "{\"vars\": {}, \"params\": {\"push\": null}}")
                .expectProblem(422, "INVALID")
                .faults())
        .containsExactly(
            "/params/push WRONG_TYPE", "/vars UNKNOWN_FIELD", "/variables/urls WRONG_TYPE");
  }

  @Test
  void faultsOfFormAndValuesAreToldTogether() {
    String bad =
        "{\"variables\": {\"urls\": 7}, \"nodes\": [1, \"push\"], \"startAt\": 5, \"vars\": {}}";
    List<String> all =
        List.of(
            "/nodes/0 WRONG_TYPE",
            "/startAt WRONG_TYPE",
            "/vars UNKNOWN_FIELD",
            "/variables/urls WRONG_TYPE");
    String task = "/tasks/" + id("{\"variables\": {\"urls\": []}}");

    assertThat(ann.post("/processes/p1/tasks", bad).expectProblem(422, "INVALID").faults())
        .containsExactlyElementsOf(all);
    assertThat(
            ann.post("/processes/p1/tasks?validateOnly=maybe", bad)
                .expectProblem(422, "INVALID")
                .faults())
        .contains("?validateOnly WRONG_TYPE")
        .containsAll(all);
    assertThat(ann.put(task, bad, "If-Match", "\"1\"").expectProblem(422, "INVALID").faults())
        .containsExactlyElementsOf(all);
    assertThat(
            ann.send(
                    "PATCH",
                    task,
                    BodyPublishers.ofString("{\"variables\": {\"nonsense\": 1}, \"params\": []}"),
                    "If-Match",
                    "\"1\"")
                .expectProblem(422, "INVALID")
                .faults())
        .containsExactly("/params WRONG_TYPE", "/variables/nonsense UNKNOWN_VARIABLE");
  }

  @Test
  void whatIsMissingIsNotToldBeforeWhatIsNotYours() {
    ann.put("/tasks/77", "{\"vars\": 1}", "If-Match", "\"1\"").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void sameIdempotencyKeyMakesOneTask() {
    ApiClient.Answer one =
        ann.post("/processes/p1/tasks", NEW_TASK, "Idempotency-Key", "t").expect(201);
    ApiClient.Answer same =
        ann.post("/processes/p1/tasks", NEW_TASK, "Idempotency-Key", "t").expect(201);
    server.keys.forgetAnswer("ann", "t");
    ApiClient.Answer after =
        ann.post("/processes/p1/tasks", NEW_TASK, "Idempotency-Key", "t").expect(201);

    assertThat(same.text()).isEqualTo(one.text());
    assertThat(after.header("Location")).isEqualTo(one.header("Location"));
  }

  @Test
  void whatGetGaveCanBeSentBackWhileCreated() {
    String path = "/tasks/" + id("{\"variables\": {\"urls\": []}, \"nodes\": [\"push\"]}");
    ApiClient.Answer got = ann.get(path).expect(200);

    ann.put(path, got.text()).expectProblem(428, "IF_MATCH_MISSING");
    ApiClient.Answer put = ann.put(path, got.text(), "If-Match", got.header("ETag")).expect(200);

    assertThat(put.json().at("/steps/1/nodes/0/state").asText()).isEqualTo("EXCLUDED");
    ann.put(path, got.text(), "If-Match", "\"77\"").expectProblem(412, "ETAG_CHANGED");
  }

  @Test
  void commandsAnswerTheTaskAndMayBeRepeated() {
    String path = "/tasks/" + id(NEW_TASK);

    assertThat(ann.post(path + "/suspend", "").expect(200).json().get("state").asText())
        .isEqualTo("SUSPENDED");
    ann.post(path + "/suspend", "{}").expect(200);
    assertThat(
            ann.send("POST", path + "/resume", BodyPublishers.noBody())
                .expect(200)
                .json()
                .get("state")
                .asText())
        .isEqualTo("RUNNING");
    assertThat(
            ann.post(path + "/terminate", "{\"comment\": \"enough\"}")
                .expect(200)
                .json()
                .get("state")
                .asText())
        .isIn("TERMINATING", "TERMINATED");
  }

  @Test
  void stateThatForbidsIsAConflictThatSaysWhy() {
    String path = "/tasks/" + id(NEW_TASK);

    ApiClient.Answer answer = ann.post(path + "/resume", "").expect(200);
    assertThat(answer.json().get("state").asText()).isEqualTo("RUNNING");
    ann.post(path + "/nodes/push/retry", "{}").expectProblem(409, "STATE_FORBIDS");
    ann.post(path + "/nodes/push/skip", "{\"attempt\": 9}").expect(409);
  }

  @Test
  void modifiedWhileItStandsStill() {
    String path = "/tasks/" + id(NEW_TASK);
    ApiClient.Answer suspended = ann.post(path + "/suspend", "").expect(200);

    JsonNode body =
        ann.send(
                "PATCH",
                path,
                BodyPublishers.ofString("{\"variables\": {\"urls\": [\"http://b\"]}}"),
                "Content-Type",
                "application/json",
                "If-Match",
                suspended.header("ETag"))
            .expect(200)
            .json();

    assertThat(body.at("/variables/urls/0").asText()).isEqualTo("http://b");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 9999})
  void elementThatIsNotThereIsNotFound(int index) {
    ann.get("/tasks/" + failed() + "/nodes/push/elements/" + index).expectProblem(404, "NOT_FOUND");
  }

  @Test
  void failedNodeIsRetriedWithOtherParametersAndKeepsItsAttempts() {
    String id = failed();
    String node = "/tasks/" + id + "/nodes/push";
    assertThat(ann.get("/tasks/" + id).json().at("/steps/0/nodes/0/error/message").asText())
        .isEqualTo("The quota is used up.");

    ann.post(node + "/retry", "{\"attempt\": 1, \"params\": {\"forceRefresh\": false}}")
        .expect(200);
    ann.post(node + "/retry", "{\"attempt\": 1}").expect(409);

    JsonNode body = ann.get(node).expect(200).json();
    assertThat(body.get("attempts")).hasSize(2);
    assertThat(body.at("/attempts/0/params/forceRefresh").asBoolean()).isTrue();
    assertThat(body.at("/attempts/0/error/code").asText()).isEqualTo("QUOTA");
    assertThat(body.at("/attempts/1/params/forceRefresh").asBoolean()).isFalse();
    assertThat(body.at("/attempts/1/by").asText()).isEqualTo("ann");
    ann.get("/tasks/" + id + "/nodes/other").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void skippedNodeLetsAPersonContinueTheNextStep() {
    String path = "/tasks/" + failed();

    JsonNode skipped = ann.post(path + "/nodes/push/skip", "{\"comment\": \"no\"}").json();
    JsonNode running = ann.post(path + "/steps/verify/continue", "").expect(200).json();

    assertThat(skipped.at("/steps/1/state").asText()).isEqualTo("AWAITING_PERSON");
    assertThat(skipped.at("/steps/1/allowed/0").asText()).isEqualTo("CONTINUE");
    assertThat(running.at("/steps/1/state").asText()).isEqualTo("RUNNING");
  }

  @Test
  void unknownOutcomeIsResolvedByAPerson() {
    String id = id(NEW_TASK);
    server.tasks.answer(id, "push", new Result.Unknown("The line broke."));

    assertThat(
            ann.post("/tasks/" + id + "/nodes/push/resolve", "{\"outcome\": \"MAYBE\"}")
                .expectProblem(422, "INVALID")
                .faults())
        .containsExactly("/comment MISSING", "/outcome INVALID_VALUE");
    JsonNode body =
        ann.post(
                "/tasks/" + id + "/nodes/push/resolve",
                "{\"outcome\": \"SUCCEEDED\", \"comment\": \"seen\", \"outputs\": {\"taskIds\": []}}")
            .expect(200)
            .json();
    assertThat(body.at("/steps/0/nodes/0/state").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void questionIsShownAndAnswered() {
    String id = id(NEW_TASK);
    server.tasks.answer(id, "push", new Result.AwaitPerson(Map.of(), "Shall we go on?", List.of()));

    JsonNode node = ann.get("/tasks/" + id + "/nodes/push").json();
    assertThat(node.get("state").asText()).isEqualTo("AWAITING_PERSON");
    assertThat(node.at("/question/text").asText()).isEqualTo("Shall we go on?");
    ann.post(
            "/tasks/" + id + "/nodes/push/continue",
            "{\"decision\": \"APPROVED\", \"comment\": \"yes\"}")
        .expect(200);
  }

  @Test
  void listIsFilteredByWhatTheQuerySays() {
    id(NEW_TASK);

    JsonNode body =
        ann.get(
                "/businesses/web/tasks?limit=1&state=RUNNING&state=FAILED&process=p1&createdBy=ann"
                    + "&origin=API&from=2026-11-23T00:00:00%2B08:00&to=2026-11-24T00:00:00Z&q=CDN")
            .expect(200)
            .json();

    assertThat(body.get("items")).hasSize(1);
    assertThat(body.at("/items/0").has("steps")).isFalse();
    assertThat(server.tasks.filter.states()).containsExactly(TaskStatus.RUNNING, TaskStatus.FAILED);
    assertThat(server.tasks.filter.from()).contains(Instant.parse("2026-11-22T16:00:00Z"));
  }

  @Test
  void badFiltersAreFaults() {
    assertThat(
            ann.get("/businesses/web/tasks?state=DONE&from=yesterday&colour=red&q=a&q=b")
                .expectProblem(422, "INVALID")
                .faults())
        .containsExactlyInAnyOrder(
            "?state INVALID_VALUE",
            "?from INVALID_VALUE",
            "?colour UNKNOWN_FIELD",
            "?q INVALID_VALUE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense!", "0", "-1", "01"})
  void whatWasNeverAnIdIsNotFound(String id) {
    ann.get("/tasks/" + id).expectProblem(404, "NOT_FOUND");
    ann.post("/tasks/" + id + "/start", "").expectProblem(404, "NOT_FOUND");
    ann.get("/tasks/" + id + "/events").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void engineThatDoesNotAnswerIsUnavailable() {
    server.tasks.hangs = true;
    try {
      ApiClient.Answer answer =
          ann.post("/processes/p1/tasks", NEW_TASK).expectProblem(503, "UNAVAILABLE");
      assertThat(answer.header("Retry-After")).isNotBlank();
    } finally {
      server.tasks.hangs = false;
    }
  }
}
