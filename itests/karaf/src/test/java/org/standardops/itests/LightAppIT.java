package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.standardops.itests.RestClient.Answer;

/** Light apps: made of a succeeded task, found on the desktop, run by people without any role. */
class LightAppIT {

  private static Web web;
  private static String process;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
    for (String name : List.of("eve", "kim")) {
      web.person(name);
      web.admin().put("/businesses/web/people/" + name, Map.of()).expect(200);
    }
    process = web.exampleProcess("timer.json");
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  private static RestClient as(String name) {
    return new RestClient(web.server(), name, Web.PASSWORD);
  }

  private static String succeeded() {
    String task = web.start(process, Map.of("pause", "PT0S"));
    web.awaitState(task, "SUCCEEDED");
    return task;
  }

  private static Map<String, Object> form(String name) {
    return Map.of(
        "name", name,
        "description", "Waits a while",
        "icon", "hourglass",
        "inputs", List.of(Map.of("key", "pause", "label", "Wait for", "default", "PT1S")),
        "outputs", List.of(Map.of("key", "pause", "label", "Waited for")),
        "people", List.of("eve", "kim"),
        "may", List.of("SUSPEND", "TERMINATE"));
  }

  /** The id of a new app. */
  private static String app(String task, Object form) {
    return web.ann()
        .post("/tasks/" + task + "/light-app", form)
        .expect(201)
        .json()
        .get("id")
        .asText();
  }

  private static JsonNode run(String name, String app, String pause) {
    return as(name)
        .post("/light-apps/" + app + "/runs", Map.of("variables", Map.of("pause", pause)))
        .expect(201)
        .json();
  }

  private static JsonNode awaitState(String name, JsonNode run, String state) {
    return await("run " + state)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> as(name).get("/tasks/" + run.get("id").asText()).expect(200).json(),
            now -> now.get("state").asText().equals(state));
  }

  private static List<String> ids(Answer list) {
    return list.expect(200).json().get("items").findValuesAsText("id");
  }

  @Test
  void isMadeOfASucceededTaskOnly() {
    String running = web.start(process, Map.of("pause", "PT1H"));

    Answer refused =
        web.ann().post("/tasks/" + running + "/light-app", form("Too early")).expect(409);

    assertThat(refused.json().get("detail").asText()).contains("RUNNING", "SUCCEEDED");
    String done = succeeded();
    assertThat(web.task(done).get("allowed").toString()).contains("CREATE_LIGHT_APP");
    Answer faulty =
        web.ann()
            .post(
                "/tasks/" + done + "/light-app",
                Map.of("name", "x", "inputs", List.of("nothing"), "people", List.of("nobody")))
            .expect(422);
    assertThat(faulty.json().get("errors").findValuesAsText("pointer"))
        .containsExactly("/inputs/0", "/people/0");
  }

  @Test
  void isRunBySomebodyWithoutAnyRole() {
    String app = app(succeeded(), form("Pause"));

    as("eve").get("/processes/" + process).expect(404);
    JsonNode found = as("eve").get("/desktop").expect(200).json().get("items");
    assertThat(found.findValuesAsText("id")).contains(app);
    assertThat(as("eve").get("/light-apps/" + app).expect(200).json().has("people")).isFalse();
    JsonNode run = run("eve", app, "PT0S");
    JsonNode done = awaitState("eve", run, "SUCCEEDED");

    assertThat(done.get("words").asText()).isEqualTo("It is done.");
    assertThat(done.get("progress").asDouble()).isEqualTo(1.0);
    assertThat(done.at("/outputs/0/label").asText()).isEqualTo("Waited for");
    assertThat(done.at("/outputs/0/value").asText()).isEqualTo("PT0S");
    assertThat(done.at("/contacts/0/name").asText()).isEqualTo("ann");
    assertThat(done.toString()).doesNotContain("params", "duration", "\"timer\"", "\"pause\"");
    assertThat(web.task(run.get("id").asText()).at("/origin/kind").asText()).isEqualTo("LIGHT_APP");
    assertThat(web.task(run.get("id").asText()).at("/origin/id").asText()).isEqualTo(app);
  }

  @Test
  void showsEverybodyTheOwnRunsOnly() {
    Map<String, Object> form = new HashMap<>(form("Many at once"));
    form.put("oneAtATime", false);
    String app = app(succeeded(), form);
    String path = "/light-apps/" + app + "/runs";

    String eves = run("eve", app, "PT0S").get("id").asText();
    String kims = run("kim", app, "PT0S").get("id").asText();

    assertThat(ids(as("eve").get(path))).containsExactly(eves);
    assertThat(ids(web.ann().get(path))).containsExactly(kims, eves);
    as("eve").get("/tasks/" + kims).expect(404);
    as("eve").get("/tasks/" + eves + "/nodes/timer").expect(404);
    as("eve").get("/tasks/" + eves + "/nodes/timer/log").expect(404);
    as("eve").get("/tasks/" + kims + "/events?from=0").expect(404);
  }

  @Test
  void itsUserFollowsTheOwnRunByChangesOfStateAlone() {
    String app = app(succeeded(), form("Followed"));
    String run = run("eve", app, "PT1S").get("id").asText();

    List<String> lines = as("eve").events("/tasks/" + run + "/events").toList();

    assertThat(lines)
        .contains("event: END")
        .anyMatch(line -> line.contains("\"state\":\"SUCCEEDED\""))
        .noneMatch(line -> line.contains("timer") || line.contains("\"by\""))
        .noneMatch(line -> line.contains("\"step\"") || line.contains("\"node\""));
    JsonNode list = as("eve").get("/tasks/" + run + "/events?from=0").expect(200).json();
    assertThat(list.get("items").findValuesAsText("kind"))
        .contains("TASK_STATE")
        .isSubsetOf("TASK_STATE", "STEP_STATE", "NODE_STATE");
  }

  @Test
  void aSecondRunIsRefusedNamingWhoRunsIt() {
    String app = app(succeeded(), form("One at a time"));
    JsonNode first = run("eve", app, "PT1H");

    Answer refused =
        as("kim").post("/light-apps/" + app + "/runs", Map.of("variables", Map.of())).expect(409);

    assertThat(refused.json().get("detail").asText()).contains("eve", " since 20", "ann");
    String task = "/tasks/" + first.get("id").asText();
    as("eve").post(task + "/suspend", RestClient.empty()).expect(200);
    as("eve").post(task + "/resume", RestClient.empty()).expect(200);
    as("eve").post(task + "/nodes/timer/stop", RestClient.empty()).expect(404);
    as("eve").post(task + "/terminate", RestClient.empty()).expect(200);
    awaitState("eve", first, "TERMINATED");
    awaitState("kim", run("kim", app, "PT0S"), "SUCCEEDED");
  }

  @Test
  void aChangeOfTheProcessDoesNotChangeIt() {
    String own = web.exampleProcess("timer.json");
    String task = web.start(own, Map.of("pause", "PT0S"));
    web.awaitState(task, "SUCCEEDED");
    String app = app(task, form("As it was"));
    Answer before = web.ann().get("/processes/" + own).expect(200);
    ObjectNode changed = before.json().deepCopy();
    changed.put("name", "Other");
    ((ObjectNode) changed.at("/steps/0")).put("name", "Another step");
    web.ann().put("/processes/" + own, changed, "If-Match", before.etag()).expect(200);

    JsonNode run = run("eve", app, "PT0S");

    assertThat(run.at("/steps/0/name").asText()).isEqualTo("Wait");
    assertThat(web.task(run.get("id").asText()).at("/process/revision").asInt()).isEqualTo(1);

    awaitState("eve", run, "SUCCEEDED");
    String newer = web.start(own, Map.of("pause", "PT0S"));
    web.awaitState(newer, "SUCCEEDED");
    JsonNode old = web.ann().get("/light-apps/" + app).expect(200).json();
    JsonNode updated =
        web.ann().post("/light-apps/" + app + "/update", Map.of("task", newer)).expect(200).json();
    assertThat(updated.get("link")).isEqualTo(old.get("link"));
    assertThat(updated.get("people")).isEqualTo(old.get("people"));
    assertThat(run("eve", app, "PT0S").at("/steps/0/name").asText()).isEqualTo("Another step");
  }

  @Test
  void whoIsRemovedLosesItAtOnce() {
    String app = app(succeeded(), form("For a while"));
    String run = run("eve", app, "PT0S").get("id").asText();

    web.ann().put("/light-apps/" + app + "/people", Map.of("people", List.of("kim"))).expect(200);

    assertThat(ids(as("eve").get("/desktop"))).doesNotContain(app);
    as("eve").get("/light-apps/" + app).expect(404);
    as("eve").get("/tasks/" + run).expect(404);
    as("eve").post("/light-apps/" + app + "/runs", RestClient.empty()).expect(404);
  }

  @Test
  void aFailureIsReadInPlainWords() {
    String failing =
        web.process(
            Map.of(
                "name",
                "Health check",
                "type",
                "OTHER",
                "variables",
                List.of(
                    Map.of(
                        "key", "path",
                        "name", "Path",
                        "type", "TEXT",
                        "schema", Map.of("type", "string"))),
                "steps",
                List.of(
                    Map.of(
                        "id",
                        "look",
                        "name",
                        "Look at the server",
                        "nodes",
                        List.of(
                            Map.of(
                                "id",
                                "call",
                                "name",
                                "Call it",
                                "atom",
                                "http",
                                "params",
                                Map.of(
                                    "method",
                                    "GET",
                                    "url",
                                    web.server().uri("").toString() + "${path}")))))));
    String task = web.start(failing, Map.of("path", "/api/v1/health"));
    JsonNode ended =
        await("the call's end")
            .atMost(Duration.ofSeconds(60))
            .until(() -> web.task(task), now -> !now.get("state").asText().equals("RUNNING"));
    if (ended.get("state").asText().equals("FAILED")) {
      // Calls to this machine are refused by default; left behind, the task succeeds all the same.
      web.ann()
          .post("/tasks/" + task + "/nodes/call/skip", Map.of("comment", "not here"))
          .expect(200);
      web.awaitState(task, "SUCCEEDED");
    }
    String app =
        app(
            task,
            Map.of(
                "name", "Look",
                "inputs", List.of("path"),
                "people", List.of("eve")));

    JsonNode run =
        as("eve")
            .post(
                "/light-apps/" + app + "/runs",
                Map.of("variables", Map.of("path", "/api/v1/nothing-like-it")))
            .expect(201)
            .json();
    JsonNode failed = awaitState("eve", run, "FAILED");

    assertThat(failed.get("words").asText())
        .contains("Look at the server", "tell ann", run.get("name").asText());
    assertThat(failed.toString()).doesNotContain("http:", "error", "Call it", "params");
    assertThat(failed.get("allowed")).extracting(JsonNode::asText).containsExactly("TERMINATE");
    String node = "/tasks/" + run.get("id").asText() + "/nodes/call";
    as("eve").post(node + "/retry", RestClient.empty()).expect(404);
    as("eve").post(node + "/skip", RestClient.empty()).expect(404);
    web.ann().post(node + "/skip", RestClient.empty()).expect(200);
    awaitState("eve", run, "SUCCEEDED");
  }

  @Test
  void anExpiredAppIsGone() {
    String task = succeeded();
    Map<String, Object> form = new HashMap<>(form("Short"));
    form.put("expiresAt", Instant.now().plusSeconds(8).toString());
    String app = app(task, form);

    Answer gone =
        await("expired")
            .atMost(Duration.ofSeconds(60))
            .until(
                () ->
                    as("eve")
                        .post(
                            "/light-apps/" + app + "/runs",
                            Map.of("variables", Map.of("pause", "nothing"))),
                answer -> answer.status() == 410);

    assertThat(gone.json().get("detail").asText()).contains("expired", "ann");
    assertThat(ids(as("eve").get("/desktop"))).doesNotContain(app);
  }

  @Test
  void holdsNothingAfterACrash() {
    String app = app(succeeded(), form("Crash"));
    JsonNode run = run("eve", app, "PT3S");

    web.server().kill();
    web.server().start();

    awaitState("eve", run, "SUCCEEDED");
    awaitState("kim", run("kim", app, "PT0S"), "SUCCEEDED");
  }
}
