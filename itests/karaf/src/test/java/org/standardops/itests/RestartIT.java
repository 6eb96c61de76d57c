package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tasks outlive the server that runs them. */
class RestartIT {

  private static Web web;
  private static String process;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
    process = web.exampleProcess("timer.json");
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  @Test
  void timerGoesOnAfterAKill() {
    String id = web.start(process, Map.of("pause", "PT8S"));
    web.awaitNode(id, "timer", "WAITING");

    web.server().kill();
    web.server().start();

    web.awaitState(id, "SUCCEEDED");
  }

  @Test
  void cleanStartFindsItsTasksAgain() {
    String id = web.start(process, Map.of("pause", "PT0S"));
    web.awaitState(id, "SUCCEEDED");
    web.server().stop();

    web.server().start("clean");

    assertThat(web.task(id).get("state").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void suspendedTaskStaysSuspendedOverARestart() {
    String id = web.start(process, Map.of("pause", "PT5S"));
    web.ann().post("/tasks/" + id + "/suspend", RestClient.empty()).expect(200);
    web.server().stop();

    web.server().start();

    web.awaitNode(id, "timer", "SUCCEEDED");
    assertThat(web.task(id).get("state").asText()).isEqualTo("SUSPENDED");
    web.ann().post("/tasks/" + id + "/resume", RestClient.empty()).expect(200);
    web.awaitState(id, "SUCCEEDED");
  }
}
