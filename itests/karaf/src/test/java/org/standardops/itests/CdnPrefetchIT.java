package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Case 5.1 of the product's description on the built download, and what a crash does to it. */
class CdnPrefetchIT {

  private static CdnSandbox sandbox;
  private static Web web;
  private static String process;

  @BeforeAll
  static void start() {
    sandbox = new CdnSandbox();
    Download download = Download.fresh();
    sandbox.configure(download);
    web = Web.on(new ServerProcess(download));
    process = web.exampleProcess("cdn-prefetch.json");
  }

  @AfterAll
  static void stop() {
    web.server().close();
    sandbox.close();
  }

  @BeforeEach
  void reset() {
    sandbox.control("POST", "/reset", "");
  }

  @Test
  void prefetchesAndVerifiesEveryUrl() {
    String id = web.start(process, Map.of("urls", sandbox.urls()));

    JsonNode task = web.awaitState(id, "SUCCEEDED");

    assertThat(sandbox.pushes()).containsExactly(1, 1, 1);
    assertThat(Web.node(task, "push").get("outputs").get("done").asInt()).isEqualTo(3);
    assertThat(task.get("variables").get("compare_report"))
        .hasSize(3)
        .allMatch(line -> line.get("consistent").asBoolean());
  }

  @Test
  void tellsItsStoryAsEvents() {
    String id = web.start(process, Map.of("urls", sandbox.urls()));
    List<String> lines = web.ann().events("/tasks/" + id + "/events").toList();

    assertThat(lines).anyMatch(line -> line.startsWith("event:") && line.contains("NODE_STATE"));
    assertThat(lines)
        .filteredOn(line -> line.startsWith("data:"))
        .anyMatch(line -> line.contains("SUCCEEDED"));
    assertThat(
            lines.stream()
                .filter(line -> line.startsWith("event:"))
                .reduce((a, b) -> b)
                .orElseThrow())
        .contains("END");
  }

  @Test
  void failsWithTheReasonThatTheOutsideGave() {
    sandbox.control(
        "POST",
        "/faults",
        """
        {"action": "PurgeUrlsCache", "times": 9, "effect": "ERROR", "code": "UnauthorizedOperation.CdnHostUnauthorized",
         "message": "the domain belongs to someone else"}
        """);
    String id = web.start(process, Map.of("urls", sandbox.urls()));

    JsonNode push = web.awaitNode(id, "push", "FAILED");

    assertThat(push.get("error").get("message").asText())
        .contains("UnauthorizedOperation.CdnHostUnauthorized")
        .contains("the domain belongs to someone else");
    assertThat(web.awaitState(id, "FAILED").get("allowed").toString()).contains("TERMINATE");
  }

  @Test
  void goesOnAfterAKillWhileThePrefetchWaits() {
    String id = web.start(process, Map.of("urls", sandbox.urls()));
    web.awaitNode(id, "push", "WAITING");
    await().atMost(Duration.ofSeconds(30)).until(() -> sandbox.pushes().equals(List.of(1, 1, 1)));

    web.server().kill();
    web.server().start();

    web.awaitState(id, "SUCCEEDED");
    assertThat(sandbox.pushes()).containsExactly(1, 1, 1);
  }

  @Test
  void findsItsPushAgainAfterAKillBetweenCallAndAnswer() {
    sandbox.control(
        "POST",
        "/faults",
        "{\"action\": \"PushUrlsCache\", \"effect\": \"HOLD\", \"worksFirst\": true}");
    String id = web.start(process, Map.of("urls", sandbox.urls()));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> sandbox.control("GET", "/counts", "").get("held").toString().matches(".*1.*"));

    web.server().kill();
    sandbox.control("POST", "/release", "");
    web.server().start();

    web.awaitState(id, "SUCCEEDED");
    assertThat(sandbox.pushes()).containsExactly(1, 1, 1);
  }
}
