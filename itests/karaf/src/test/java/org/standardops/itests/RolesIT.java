package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.standardops.itests.RestClient.Answer;

/**
 * Platform admin, business admin, follower, stranger: each sees and changes what the role allows.
 */
class RolesIT {

  private static Web web;
  private static String process;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
    process = web.exampleProcess("timer.json");
    web.person("sam");
    web.follower("fay", process, "VIEW");
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  private static RestClient as(String name) {
    return new RestClient(web.server(), name, Web.PASSWORD);
  }

  @Test
  void strangerSeesNothingOfABusiness() {
    as("sam").get("/businesses/web/processes").expect(404);
    as("sam").get("/processes/" + process).expect(404);
    assertThat(as("sam").get("/businesses").expect(200).json().get("items")).isEmpty();
  }

  @Test
  void followerSeesButDoesNotRunWithoutTheRight() {
    as("fay").get("/processes/" + process).expect(200);
    as("fay")
        .post(
            "/processes/" + process + "/tasks",
            Map.of("variables", Map.of("pause", "PT0S"), "start", true))
        .expect(403);
  }

  @Test
  void platformAdminHasNoRightOnProcesses() {
    web.admin().get("/processes/" + process).expect(404);
    assertThat(web.admin().get("/businesses").expect(200).json().get("items")).hasSize(1);
    as("sam")
        .post("/people", Map.of("name", "eve", "displayName", "Eve", "password", Web.PASSWORD))
        .expect(403);
  }

  @Test
  void nobodyWithoutCredentials() {
    Answer answer = new RestClient(web.server(), "ann", "wrong wrong wrong").get("/me").expect(401);

    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
  }

  @Test
  void oldEtagIsRefusedAndMissingOneAskedFor() {
    String path = "/processes/" + web.exampleProcess("timer.json");
    Answer first = web.ann().get(path).expect(200);

    web.ann().put(path, first.text()).expect(428);
    web.ann().put(path, first.text(), "If-Match", first.etag()).expect(200);
    web.ann().put(path, first.text(), "If-Match", first.etag()).expect(412);
  }

  @Test
  void aCallThatIsRepeatedUnderItsIdempotencyKeyIsRecordedOnce() {
    Map<String, Object> node =
        Map.of("id", "n", "atom", "timer", "params", Map.of("duration", "PT0S"));
    Map<String, Object> step = Map.of("id", "s", "nodes", List.of(node));
    Map<String, Object> input = Map.of("name", "Recorded", "type", "OTHER", "steps", List.of(step));
    String key = UUID.randomUUID().toString();
    String path = "/businesses/web/processes";
    String made =
        web.ann().post(path, input, "Idempotency-Key", key).expect(201).json().get("id").asText();

    web.ann().post(path, input, "Idempotency-Key", key).expect(201);

    String audit = "/audit?business=web&what=/processes/" + made;
    assertThat(web.ann().get(audit).expect(200).json().get("items"))
        .extracting(record -> record.get("operation").asText())
        .containsExactly("CREATE_PROCESS");
  }

  @Test
  void sameIdempotencyKeyMakesOneTask() {
    Map<String, Object> input = Map.of("variables", Map.of("pause", "PT0S"), "start", true);
    String key = UUID.randomUUID().toString();
    String path = "/processes/" + process + "/tasks";

    JsonNode one = web.ann().post(path, input, "Idempotency-Key", key).expect(201).json();
    JsonNode again = web.ann().post(path, input, "Idempotency-Key", key).expect(201).json();

    assertThat(again).isEqualTo(one);
    web.ann()
        .post(
            path,
            Map.of("variables", Map.of("pause", "PT1S"), "start", true),
            "Idempotency-Key",
            key)
        .expect(422);
  }
}
