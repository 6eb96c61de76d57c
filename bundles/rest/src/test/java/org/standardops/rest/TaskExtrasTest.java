package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.standardops.engine.core.Result;
import org.standardops.engine.core.Touched;
import org.standardops.model.task.NodeError;
import org.standardops.services.TaskService.Stage;

class TaskExtrasTest {

  private static final String NEW_TASK =
      "{\"variables\": {\"urls\": [\"http://a/\"]}, \"start\": true}";

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

  private static String id(String input) {
    return ann.post("/processes/p1/tasks", input).expect(201).json().get("id").asText();
  }

  @Test
  void aTimeToStartAtIsShownAndMayBeSentBack() {
    String input = "{\"variables\": {\"urls\": []}, \"startAt\": \"2126-11-24T10:00:00+08:00\"}";
    JsonNode task = ann.post("/processes/p1/tasks", input).expect(201).json();

    assertThat(task.get("startAt").asText()).isEqualTo("2126-11-24T02:00:00Z");
    assertThat(
            ann.put("/tasks/" + task.get("id").asText(), task.toString(), "If-Match", "\"1\"")
                .expect(200)
                .json()
                .get("startAt"))
        .isEqualTo(task.get("startAt"));
    assertThat(ann.post("/processes/p1/tasks", NEW_TASK).json().get("startAt").isNull()).isTrue();
  }

  @Test
  void aCopyIsANewTask() {
    String id = id(NEW_TASK);

    ApiClient.Answer copy =
        ann.post("/tasks/" + id + "/clone", "{\"revision\": \"LATEST\"}").expect(201);

    assertThat(copy.json().get("state").asText()).isEqualTo("CREATED");
    assertThat(copy.json().get("name").asText()).contains("LATEST");
    assertThat(copy.header("Location"))
        .isEqualTo("/api/v1/tasks/" + copy.json().get("id").asText())
        .doesNotEndWith(id);
    ann.post("/tasks/" + id + "/clone", "{\"revision\": \"OLDER\"}").expectProblem(422, "INVALID");
  }

  @Test
  void whatIsNotSentYetIsNotLookedAt() {
    assertThat(stage("{\"nodes\": [\"push\"]}")).isEqualTo(Stage.SELECTION);
    assertThat(stage("{\"nodes\": [\"push\"], \"params\": {}}")).isEqualTo(Stage.PARAMETERS);
    assertThat(stage("{\"nodes\": [\"push\"], \"variables\": {}}")).isEqualTo(Stage.WHOLE);
    assertThat(stage("{}")).isEqualTo(Stage.WHOLE);
  }

  private static Stage stage(String input) {
    ann.post("/processes/p1/tasks?validateOnly=true", input);
    return server.tasks.stage;
  }

  @Test
  void anAttemptTellsWhatChangedInItsParameters() {
    String id = id(NEW_TASK);
    server.tasks.answer(
        id,
        "push",
        new Result.Failed(
            new NodeError("QUOTA", "The quota is used up.", false), Touched.NO, Map.of()));
    ann.post(
            "/tasks/" + id + "/nodes/push/retry",
            "{\"params\": {\"forceRefresh\": false, \"urls\": null, \"area\": \"global\"}}")
        .expect(200);

    JsonNode attempts = ann.get("/tasks/" + id + "/nodes/push").expect(200).json().get("attempts");

    assertThat(attempts.get(0).get("changes")).isEmpty();
    assertThat(attempts.get(1).get("changes"))
        .extracting(JsonNode::toString)
        .containsExactlyInAnyOrder(
            "{\"pointer\":\"/forceRefresh\",\"before\":true,\"after\":false}",
            "{\"pointer\":\"/urls\",\"before\":\"${urls}\",\"after\":null}",
            "{\"pointer\":\"/area\",\"before\":null,\"after\":\"global\"}");
  }

  @Test
  void selectionsAreSavedListedAndDeleted() {
    ann.put("/processes/p1/selections/just%20push", "{\"nodes\": [\"push\"]}").expect(200);

    assertThat(ann.get("/processes/p1/selections").expect(200).json().at("/items/0/name").asText())
        .isEqualTo("just push");
    ann.delete("/processes/p1/selections/just%20push").expect(204);
    ann.delete("/processes/p1/selections/just%20push").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void favouritesComeAndGo() {
    ann.put("/me/favourites/PROCESS/p1", "").expect(204);

    assertThat(ann.get("/me/favourites").expect(200).json().at("/items/0/id").asText())
        .isEqualTo("p1");
    ann.delete("/me/favourites/PROCESS/p1").expect(204);
    ann.put("/me/favourites/HOUSE/p1", "").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void whatHasNoETagIsNotChangedWhereOneIsNamed() {
    ann.put("/me/favourites/PROCESS/p9", "", "If-Match", "\"1\"")
        .expectProblem(412, "ETAG_CHANGED");
    ann.delete("/me/favourites/PROCESS/p9", "If-Match", "\"1\"").expectProblem(412, "ETAG_CHANGED");
    ann.put("/me/favourites/PROCESS/p9", "", "If-Match", "*").expect(204);
    ann.get("/me/favourites", "If-Match", "\"1\"").expect(200);
  }

  @Test
  void aListTellsWhenATaskIsToStart() {
    String input = "{\"variables\": {\"urls\": []}, \"startAt\": \"2126-11-24T10:00:00+08:00\"}";
    String id = ann.post("/processes/p1/tasks", input).expect(201).json().get("id").asText();

    assertThat(ann.get("/businesses/web/tasks?limit=200").expect(200).json().get("items"))
        .anySatisfy(
            item -> {
              assertThat(item.get("id").asText()).isEqualTo(id);
              assertThat(item.get("startAt").asText()).isEqualTo("2126-11-24T02:00:00Z");
            });
  }

  @Test
  void statisticsHaveFiguresByProcessAtomPersonAndTiming() {
    JsonNode figures =
        ann.get("/businesses/web/statistics?from=2026-11-01T00:00:00Z").expect(200).json();

    assertThat(figures.get("from").asText()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(figures.at("/tasks/success").asDouble()).isEqualTo(0.75);
    assertThat(figures.at("/byProcess/0/process/name").asText()).isEqualTo("CDN Prefetch");
    assertThat(figures.at("/byAtom/0/atom").asText()).isEqualTo("timer");
    assertThat(figures.at("/byPerson/0/duration/p95").asText()).isEqualTo("PT1H");
    assertThat(figures.at("/byStarter/0/person").asText()).isEqualTo("bob");
    assertThat(figures.at("/byTiming/0/timing").asText()).isEqualTo("IDLE_TIME");
    assertThat(figures.at("/byTiming/0/suspended").asText()).isEqualTo("PT1.5S");
    ann.get("/businesses/web/statistics?from=yesterday").expectProblem(422, "INVALID");
  }
}
