package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComponentsTest {

  private final TestServer server = new TestServer();
  private ApiClient admin;

  @BeforeEach
  void signIn() {
    admin = server.as("admin");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aComponentIsMadeListedAndTakenAway() {
    ApiClient.Answer made =
        admin
            .post("/components", "{\"name\": \"shop\", \"document\": {\"openapi\": \"3.0.3\"}}")
            .expect(201);

    assertThat(made.header("Location")).endsWith("/components/shop/1.0.0");
    assertThat(made.json().at("/operations/0/atom").asText()).isEqualTo("component-shop-find");
    assertThat(made.json().at("/warnings/0/code").asText()).isEqualTo("UNSUPPORTED");
    admin.get("/components/shop/1.0.0").expect(200);
    assertThat(admin.get("/components?name=shop").expect(200).json().get("items")).hasSize(1);
    assertThat(admin.get("/components?name=bank").expect(200).json().get("items")).isEmpty();
    admin.delete("/components/shop/1.0.0").expect(204);
    admin.get("/components/shop/1.0.0").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void aDocumentMayBeAText() {
    admin.post("/components", "{\"name\": \"shop\", \"document\": \"openapi: 3.0.3\"}").expect(201);
    admin.post("/components", "{\"name\": \"shop\", \"document\": 7}").expect(422);
  }
}
