package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person stays in control of a running task. */
class ControlIT {

  private static Web web;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  /** A process whose only node fails at once: loopback is refused unless the server allows it. */
  private static String failing() {
    return web.processOf("http", Map.of("method", "GET", "url", "http://127.0.0.1:1/"));
  }

  @Test
  void failedNodeIsRetriedWithOtherParameters() {
    String id = web.start(failing(), Map.of());
    web.awaitState(id, "FAILED");

    web.ann()
        .post(
            "/tasks/" + id + "/nodes/n/retry",
            Map.of("params", Map.of("url", "http://127.0.0.2:1/"), "attempt", 1))
        .expect(200);

    web.awaitState(id, "FAILED");
    JsonNode node = web.ann().get("/tasks/" + id + "/nodes/n").expect(200).json();
    assertThat(node.get("attempts"))
        .extracting(attempt -> attempt.get("params").get("url").asText())
        .containsExactly("http://127.0.0.1:1/", "http://127.0.0.2:1/");
  }

  @Test
  void retryOfAnAttemptThatIsNoLongerTheLastIsRefused() {
    String id = web.start(failing(), Map.of());
    web.awaitState(id, "FAILED");

    assertThat(
            web.ann()
                .post("/tasks/" + id + "/nodes/n/retry", Map.of("attempt", 7))
                .expect(409)
                .json()
                .get("code")
                .asText())
        .isEqualTo("ATTEMPT_CHANGED");
  }

  @Test
  void failedNodeIsSkipped() {
    String id = web.start(failing(), Map.of());
    web.awaitState(id, "FAILED");

    web.ann()
        .post("/tasks/" + id + "/nodes/n/skip", Map.of("comment", "not needed today"))
        .expect(200);

    assertThat(Web.node(web.awaitState(id, "SUCCEEDED"), "n").get("state").asText())
        .isEqualTo("SKIPPED");
  }

  @Test
  void waitingTaskIsSuspendedResumedAndTerminated() {
    String id = web.start(web.processOf("timer", Map.of("duration", "PT1H")), Map.of());
    web.awaitNode(id, "n", "WAITING");

    web.ann().post("/tasks/" + id + "/suspend", RestClient.empty()).expect(200);
    web.ann().post("/tasks/" + id + "/suspend", RestClient.empty()).expect(200);
    assertThat(web.task(id).get("state").asText()).isEqualTo("SUSPENDED");
    web.ann().post("/tasks/" + id + "/resume", RestClient.empty()).expect(200);
    web.ann().post("/tasks/" + id + "/terminate", RestClient.empty()).expect(200);

    web.awaitState(id, "TERMINATED");
    assertThat(
            web.ann()
                .post("/tasks/" + id + "/resume", RestClient.empty())
                .expect(409)
                .json()
                .get("detail")
                .asText())
        .contains("TERMINATED");
  }

  @Test
  void logOfANodeIsReadInParts() {
    String id = web.start(failing(), Map.of());
    web.awaitState(id, "FAILED");

    RestClient.Answer log = web.ann().get("/tasks/" + id + "/nodes/n/log").expect(200);

    assertThat(log.headers().firstValue("X-Log-Ended")).contains("true");
    assertThat(log.headers().firstValueAsLong("X-Log-Next").orElseThrow())
        .isEqualTo(log.text().length());
  }
}
