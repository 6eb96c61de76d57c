package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LogTest {

  private static TestServer server;
  private static ApiClient ann;
  private static String log;

  @BeforeAll
  static void start() {
    server = new TestServer();
    ann = server.as("ann");
    String task = ann.post("/processes/p1/tasks", TasksTest.NEW_TASK).json().get("id").asText();
    log = "/tasks/" + task + "/nodes/push/log";
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void isPlainTextThatSaysWhereToGoOn() {
    server.tasks.log = "eins\nzwei ü\n".getBytes(StandardCharsets.UTF_8);

    ApiClient.Answer answer = ann.get(log + "?from=5").expect(200);

    assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
    assertThat(answer.text()).isEqualTo("zwei ü\n");
    assertThat(answer.header("X-Log-Next")).isEqualTo("13");
    assertThat(answer.header("X-Log-Ended")).isEqualTo("true");
  }

  @Test
  void longOneIsCutAtALinesEnd() {
    server.tasks.log =
        ("0123456789 line\n".repeat(100_000) + "end").getBytes(StandardCharsets.UTF_8);

    ApiClient.Answer first = ann.get(log).expect(200);
    String next = first.header("X-Log-Next");

    assertThat(first.http().body()).hasSizeLessThanOrEqualTo(1024 * 1024);
    assertThat(first.text()).endsWith("line\n");
    assertThat(first.header("X-Log-Ended")).isEqualTo("false");
    assertThat(ann.get(log + "?from=" + next).text()).startsWith("0123456789 line\n");
  }

  @Test
  void lineThatFillsItAllIsCutBetweenCharacters() {
    server.tasks.log = ("x" + "ü".repeat(700_000)).getBytes(StandardCharsets.UTF_8);

    ApiClient.Answer first = ann.get(log).expect(200);
    ApiClient.Answer rest = ann.get(log + "?from=" + first.header("X-Log-Next")).expect(200);

    assertThat(first.text() + rest.text()).isEqualTo("x" + "ü".repeat(700_000));
  }

  @Test
  void badOffsetIsAFault() {
    assertThat(ann.get(log + "?from=-1&attempt=0").expectProblem(422, "INVALID").faults())
        .containsExactlyInAnyOrder("?from INVALID_VALUE", "?attempt INVALID_VALUE");
  }
}
