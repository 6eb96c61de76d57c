package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BusinessesTest {

  private static TestServer server;
  private static ApiClient admin;

  @BeforeAll
  static void start() {
    server = new TestServer();
    admin = server.as("admin");
    admin.post("/businesses", "{\"id\": \"web\", \"name\": \"Web\"}").expect(201);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void createdIsListed() {
    ApiClient.Answer answer =
        admin.post("/businesses", "{\"id\": \"b1\", \"name\": \"One\"}").expect(201);

    assertThat(answer.header("Location")).isEqualTo("/api/v1/businesses/b1");
    assertThat(admin.get("/businesses").json().get("items").findValuesAsText("id")).contains("b1");
  }

  @Test
  void badIdIsAFault() {
    ApiClient.Answer answer =
        admin
            .post("/businesses", "{\"id\": \"a/b\", \"name\": \"\"}")
            .expectProblem(422, "INVALID");

    assertThat(answer.faults()).containsExactly("/id INVALID_VALUE", "/name INVALID_VALUE");
  }

  @Test
  void adminsAreReplaced() {
    assertThat(
            admin
                .put("/businesses/web/admins", "{\"admins\": [\"ann\", \"bob\"]}")
                .expect(200)
                .json()
                .get("admins"))
        .hasSize(2);
  }

  @Test
  void followersComeAndGo() {
    String rights = "{\"rights\": [{\"process\": \"*\", \"may\": [\"OPERATE\", \"VIEW\"]}]}";
    ApiClient.Answer put = admin.put("/businesses/web/followers/fay", rights).expect(200);
    admin.put("/businesses/web/followers/gus", put.text()).expect(200);

    ApiClient.Answer first = admin.get("/businesses/web/followers?limit=1").expect(200);
    ApiClient.Answer last =
        admin
            .get(
                "/businesses/web/followers?limit=1&cursor="
                    + first.json().get("nextCursor").asText())
            .expect(200);

    assertThat(put.json().at("/rights/0/may")).hasSize(2);
    assertThat(first.json().at("/items/0/user").asText()).isEqualTo("fay");
    assertThat(last.json().at("/items/0/user").asText()).isEqualTo("gus");
    assertThat(last.json().get("nextCursor").isNull()).isTrue();
    admin.delete("/businesses/web/followers/fay").expect(204);
    admin.delete("/businesses/web/followers/gus").expect(204);
    assertThat(admin.get("/businesses/web/followers").json().get("items")).isEmpty();
  }

  @Test
  void unknownRightIsAFault() {
    ApiClient.Answer answer =
        admin
            .put(
                "/businesses/web/followers/fay",
                "{\"rights\": [{\"process\": \"*\", \"may\": [\"FLY\"]}]}")
            .expectProblem(422, "INVALID");

    assertThat(answer.faults()).containsExactly("/rights/0/may/0 INVALID_VALUE");
  }
}
