package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.standardops.rest.contract.Operation;
import org.standardops.rest.contract.Route;

class ContractTest {

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
  void namesEveryRouteAndNoOther() {
    Set<Route> served =
        server.resources().stream()
            .flatMap(resource -> Route.of(resource.getClass()))
            .collect(Collectors.toSet());

    assertThat(TestServer.CONTRACT.routes()).containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void everySchemaCompiles() {
    for (Route route : TestServer.CONTRACT.routes()) {
      Operation operation = TestServer.CONTRACT.find(route).orElseThrow();
      assertThat(operation.query().schema().get()).isNotNull();
      operation.body().ifPresent(body -> assertThat(body.schema().get()).isNotNull());
      operation.responses().values().stream()
          .flatMap(response -> response.schemas().values().stream())
          .forEach(schema -> assertThat(schema.get()).isNotNull());
    }
  }

  @Test
  void isServedToAnyone() {
    ApiClient.Answer answer = server.as("").get("/openapi.json").expect(200);

    assertThat(answer.json().path("openapi").asText()).startsWith("3.1");
    assertThat(answer.json().path("servers").path(0).path("url").asText()).isEqualTo("/api/v1");
  }
}
