package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleTest {

  private static TestServer server;
  private static ApiClient admin;

  @BeforeAll
  static void start() {
    server = new TestServer();
    admin = server.as("admin");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void clear() {
    server.people.accounts.clear();
  }

  private static String person(String name) {
    return "{\"name\": \"" + name + "\", \"password\": \"a long password\"}";
  }

  @Test
  void createdIsAnsweredWholeWithItsPlaceAndVersion() {
    ApiClient.Answer answer = admin.post("/people", person("bob")).expect(201);

    assertThat(answer.header("Location")).isEqualTo("/api/v1/people/bob");
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(answer.json().get("displayName").asText()).isEqualTo("bob");
    assertThat(answer.text()).doesNotContain("password\"", "a hash", "a long password");
  }

  @Test
  void whatGetGaveCanBeSentBack() {
    admin.post("/people", person("bob")).expect(201);
    ApiClient.Answer got = admin.get("/people/bob").expect(200);

    ApiClient.Answer put =
        admin.put("/people/bob", got.text(), "If-Match", got.header("ETag")).expect(200);

    assertThat(put.header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void changeWithoutIfMatchIsRefused() {
    admin.post("/people", person("bob")).expect(201);

    admin.put("/people/bob", "{}").expectProblem(428, "IF_MATCH_MISSING");
    admin.delete("/people/bob").expectProblem(428, "IF_MATCH_MISSING");
  }

  @Test
  void changeBasedOnAnOldVersionIsRefused() {
    admin.post("/people", person("bob")).expect(201);
    admin.put("/people/bob", "{}", "If-Match", "\"1\"").expect(200);

    admin.put("/people/bob", "{}", "If-Match", "\"1\"").expectProblem(412, "ETAG_CHANGED");
    admin.put("/people/bob", "{}", "If-Match", "W/\"2\"").expectProblem(412, "ETAG_CHANGED");
    admin.put("/people/bob", "{}", "If-Match", "nonsense").expectProblem(412, "ETAG_CHANGED");
    admin.delete("/people/bob", "If-Match", "\"1\"").expectProblem(412, "ETAG_CHANGED");
  }

  @Test
  void starAndListsMatchTheCurrentVersion() {
    admin.post("/people", person("bob")).expect(201);

    admin.put("/people/bob", "{}", "If-Match", "*").expect(200);
    admin.put("/people/bob", "{}", "If-Match", "\"1\", \"2\"").expect(200);
    admin.delete("/people/bob", "If-Match", "\"3\"").expect(204);
    admin.get("/people/bob").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void nameIsNotChanged() {
    admin.post("/people", person("bob")).expect(201);

    ApiClient.Answer answer =
        admin
            .put("/people/bob", "{\"name\": \"rob\"}", "If-Match", "\"1\"")
            .expectProblem(422, "INVALID");

    assertThat(answer.faults()).containsExactly("/name INVALID_VALUE");
  }

  @Test
  void listIsPagedToItsEnd() {
    for (String name : new String[] {"a", "b", "c"}) {
      admin.post("/people", person(name)).expect(201);
    }

    ApiClient.Answer first = admin.get("/people?limit=2").expect(200);
    String cursor = first.json().get("nextCursor").asText();
    ApiClient.Answer last = admin.get("/people?limit=2&cursor=" + cursor).expect(200);

    assertThat(first.json().get("items").findValuesAsText("name")).containsExactly("a", "b");
    assertThat(last.json().get("items").findValuesAsText("name")).containsExactly("c");
    assertThat(last.json().get("nextCursor").isNull()).isTrue();
  }

  @Test
  void lackingRightIsForbidden() {
    server.as("ann").post("/people", person("bob")).expectProblem(403, "FORBIDDEN");
  }

  @Test
  void wrongCurrentPasswordIsAFaultAtItsPlace() {
    ApiClient.Answer answer =
        server
            .as("ann")
            .put("/me/password", "{\"current\": \"x\", \"password\": \"yyyyyyyy\"}")
            .expectProblem(422, "INVALID");

    assertThat(answer.faults()).containsExactly("/current WRONG_PASSWORD");
  }

  @Test
  void meTellsTheRoles() {
    assertThat(server.as("ann").get("/me").json().at("/businesses/0/role").asText())
        .isEqualTo("BUSINESS_ADMIN");
  }
}
