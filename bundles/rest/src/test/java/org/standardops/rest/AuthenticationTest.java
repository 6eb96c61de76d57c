package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void knowsWhoCallsByNameAndPasswordInUtf8() {
    assertThat(server.as("ann").get("/me").expect(200).json().get("name").asText())
        .isEqualTo("ann");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/me", "/people", "/no/such/path", "/businesses/web/processes"})
  void nobodyGetsPastWithoutCredentials(String path) {
    ApiClient.Answer answer = server.as("").get(path).expectProblem(401, "UNAUTHENTICATED");

    assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Basic", "Basic !!!", "Basic YW5u", "Basic Og==", "Bearer abc", "Basic //8="})
  void brokenCredentialsAreNone(String authorization) {
    server.as("").get("/me", "Authorization", authorization).expectProblem(401, "UNAUTHENTICATED");
  }

  @Test
  void wrongPasswordIsRefused() {
    server
        .as("")
        .get("/me", "Authorization", ApiClient.basic("ann", "wrong"))
        .expectProblem(401, "UNAUTHENTICATED");
  }

  @Test
  void browserScriptsAreNotAskedByADialogue() {
    ApiClient.Answer answer =
        server.as("").get("/me", "X-Requested-With", "XMLHttpRequest").expect(401);

    assertThat(answer.header("WWW-Authenticate")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/ready", "/openapi.json"})
  void anyoneMayAskForHealthAndDocument(String path) {
    server.as("").get(path).expect(200);
  }

  @Test
  void metricsAreWrittenAsPrometheusReadsThem() {
    ApiClient.Answer answer = server.as("admin").get("/metrics").expect(200);

    assertThat(answer.header("Content-Type")).startsWith("text/plain");
    assertThat(answer.text())
        .contains("# TYPE standardops_engine_tasks_in_memory gauge")
        .contains("standardops_engine_tasks_in_memory 3.0")
        .contains("# TYPE standardops_engine_commits_total counter")
        .contains("standardops_engine_commits_total 7.0");
    server.as("ann").get("/metrics").expectProblem(403, "FORBIDDEN");
  }

  @Test
  void notReadyIsToldByTheStatus() {
    server.health.ready = false;
    try {
      assertThat(server.as("").get("/health/ready").expect(503).json().get("problems")).hasSize(1);
      server.as("").get("/health").expect(200);
    } finally {
      server.health.ready = true;
    }
  }

  @Test
  void whoMustChangeThePasswordMayDoNothingElse() {
    ApiClient fresh = server.as("new");

    fresh.get("/businesses").expectProblem(403, "PASSWORD_CHANGE_REQUIRED");
    fresh.get("/me").expect(200);
    fresh
        .put("/me/password", "{\"current\": \"Grüße: 你好\", \"password\": \"another one\"}")
        .expect(204);
  }
}
