package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever an approval names may see its question and answer it, and nothing else. */
class ApprovalIT {

  private static Web web;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
    web.person("cat"); // has no role in any business
    web.person("dan");
    web.follower("olga", "*", "OPERATE");
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  @Test
  void thePersonThatIsNamedSeesTheQuestionAndAnswersIt() {
    String task = asking(Map.of("question", "Release 2.4?", "people", List.of("cat")));

    JsonNode seen = web.as("cat").get("/tasks/" + task).expect(200).json();

    assertThat(seen.get("name").asText()).isNotBlank();
    assertThat(seen.at("/steps/0/name").asText()).isEqualTo("Step");
    assertThat(seen.get("variables")).isEmpty();
    assertThat(seen.get("allowed")).isEmpty();
    JsonNode node = Web.node(seen, "n");
    assertThat(node.at("/question/text").asText()).isEqualTo("Release 2.4?");
    assertThat(node.get("params")).isEmpty();
    assertThat(node.get("allowed").toString()).isEqualTo("[\"CONTINUE\"]");
    web.as("cat").get("/tasks/" + task + "/nodes/n").expect(200);

    web.as("cat")
        .post("/tasks/" + task + "/nodes/n/continue", decision("APPROVED", "looks good"))
        .expect(200);

    JsonNode done = Web.node(web.awaitState(task, "SUCCEEDED"), "n");
    assertThat(done.at("/outputs/decision").asText()).isEqualTo("APPROVED");
    assertThat(done.at("/outputs/by").asText()).isEqualTo("cat");
    assertThat(done.at("/outputs/comment").asText()).isEqualTo("looks good");
    assertThat(done.at("/outputs/at").asText()).endsWith("Z");
    web.as("cat").get("/tasks/" + task).expect(404);
  }

  @Test
  void nobodyElseAnswersNotEvenWhoOperatesTheTask() {
    String task = asking(Map.of("question", "Release 2.4?", "people", List.of("cat")));

    web.as("dan").get("/tasks/" + task).expect(404);
    web.as("dan")
        .post("/tasks/" + task + "/nodes/n/continue", decision("APPROVED", ""))
        .expect(404);
    JsonNode refused =
        web.as("olga")
            .post("/tasks/" + task + "/nodes/n/continue", decision("APPROVED", ""))
            .expect(403)
            .json();

    assertThat(refused.get("detail").asText()).contains("asks cat");
    assertThat(Web.node(web.task(task), "n").get("allowed").toString()).doesNotContain("CONTINUE");
    web.ann().post("/tasks/" + task + "/terminate", RestClient.empty()).expect(200);
  }

  @Test
  void whoIsNamedMayDoNothingButAnswer() {
    String task = asking(Map.of("question", "Release 2.4?", "people", List.of("cat")));
    RestClient cat = web.as("cat");

    for (String refused : List.of("/suspend", "/terminate", "/nodes/n/stop", "/nodes/n/skip")) {
      assertThat(cat.post("/tasks/" + task + refused, Map.of()).status())
          .as(refused)
          .isEqualTo(404);
    }
    cat.get("/tasks/" + task + "/nodes/n/log").expect(404);
    cat.get("/tasks/" + task + "/events").expect(404);
    web.ann().post("/tasks/" + task + "/terminate", RestClient.empty()).expect(200);
  }

  @Test
  void aRejectedNodeFailsWithTheReasonAndARetryAsksAgain() {
    String task = asking(Map.of("question", "Go on?"));
    web.as("olga")
        .post("/tasks/" + task + "/nodes/n/continue", decision("REJECTED", "not on a Friday"))
        .expect(200);

    JsonNode failed = Web.node(web.awaitState(task, "FAILED"), "n");

    assertThat(failed.at("/error/code").asText()).isEqualTo("REJECTED");
    assertThat(failed.at("/error/message").asText()).isEqualTo("olga rejected: not on a Friday");
    assertThat(failed.at("/outputs/decision").asText()).isEqualTo("REJECTED");
    web.ann().post("/tasks/" + task + "/nodes/n/retry", Map.of()).expect(200);
    web.awaitNode(task, "n", "AWAITING_PERSON");
    web.ann().post("/tasks/" + task + "/nodes/n/continue", decision("APPROVED", "")).expect(200);
    web.awaitState(task, "SUCCEEDED");
  }

  @Test
  void aQuestionThatNobodyAnswersFailsAtItsDeadline() {
    String task = asking(Map.of("question", "Go on?", "deadline", "PT2S"));

    JsonNode failed = Web.node(web.awaitState(task, "FAILED"), "n");

    assertThat(failed.at("/error/code").asText()).isEqualTo("ANSWER_DEADLINE");
  }

  private static String asking(Map<String, ?> params) {
    String task = web.start(web.processOf("approval", params), Map.of());
    web.awaitNode(task, "n", "AWAITING_PERSON");
    return task;
  }

  private static Map<String, String> decision(String decision, String comment) {
    return Map.of("decision", decision, "comment", comment);
  }
}
