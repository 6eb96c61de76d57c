package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

  private static final String PATH = "/businesses/web/processes";
  private static final String PROCESS =
      """
      {"name": "P", "type": "OTHER", "steps": [{"id": "s", "nodes": [{"id": "n", "atom": "timer"}]}]}
      """;

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

  @Test
  void sameKeyAndBodyGiveTheSameAnswer() {
    ApiClient.Answer first = ann.post(PATH, PROCESS, "Idempotency-Key", "same").expect(201);
    ApiClient.Answer again = ann.post(PATH, PROCESS, "Idempotency-Key", "same").expect(201);

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
  }

  @Test
  void keyBelongsToItsCaller() {
    ApiClient.Answer one = ann.post(PATH, PROCESS, "Idempotency-Key", "mine").expect(201);
    ApiClient.Answer other =
        server.as("bob").post(PATH, PROCESS, "Idempotency-Key", "mine").expect(201);

    assertThat(other.header("Location")).isNotEqualTo(one.header("Location"));
  }

  @Test
  void sameKeyForAnotherRequestIsRefused() {
    ann.post(PATH, PROCESS, "Idempotency-Key", "reused").expect(201);

    ann.post(PATH, PROCESS + " ", "Idempotency-Key", "reused")
        .expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
    ann.post("/businesses/other/processes", PROCESS, "Idempotency-Key", "reused")
        .expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void oddKeyIsAFault() {
    assertThat(
            ann.post(PATH, PROCESS, "Idempotency-Key", "with space")
                .expectProblem(422, "INVALID")
                .faults())
        .containsExactly("Idempotency-Key INVALID_VALUE");
  }

  @Test
  void refusedRequestGivesTheKeyBack() {
    String wrong = PROCESS.replace("timer", "nowhere");

    ann.post(PATH, wrong, "Idempotency-Key", "mended").expectProblem(422, "INVALID");
    ann.post(PATH, PROCESS, "Idempotency-Key", "mended").expect(201);
  }

  @Test
  void requestWhoseEndNobodyKnowsIsTakenUpWithTheReservedId() {
    ApiClient.Answer first = ann.post(PATH, PROCESS, "Idempotency-Key", "crashed").expect(201);
    server.keys.forgetAnswer("ann", "crashed");

    ApiClient.Answer again = ann.post(PATH, PROCESS, "Idempotency-Key", "crashed").expect(201);

    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  void accountThatABrokenOffRequestMadeIsAnswered() {
    ApiClient admin = server.as("admin");
    String person = "{\"name\": \"kim\", \"password\": \"a long password\"}";
    admin.post("/people", person, "Idempotency-Key", "kim").expect(201);
    server.keys.forgetAnswer("admin", "kim");

    admin.post("/people", person, "Idempotency-Key", "kim").expect(201);
    admin.post("/people", person, "Idempotency-Key", "k2").expectProblem(409, "ALREADY_EXISTS");
  }

  @Test
  void keyStaysReservedWhileTheDatabaseIsAway() {
    ApiClient admin = server.as("admin");
    String person = "{\"name\": \"away\", \"password\": \"a long password\"}";

    admin.post("/people", person, "Idempotency-Key", "away").expectProblem(503, "UNAVAILABLE");
    admin
        .post("/people", person.replace("away", "back"), "Idempotency-Key", "away")
        .expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void twoAtOnceMakeOneThing() {
    server.processes.stored.clear();
    var answers =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    ann.sendLater(
                        "POST",
                        PATH,
                        BodyPublishers.ofString(PROCESS),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        "race"))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
    assertThat(answers).anyMatch(answer -> answer.status() == 201);
    assertThat(server.processes.stored).hasSize(1);
  }
}
