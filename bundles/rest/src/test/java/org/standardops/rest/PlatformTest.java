package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlatformTest {

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

  @Test
  void relatedPeopleComeAndGoWithoutABody() {
    put("/businesses/web/people/fay").expect(200);
    put("/businesses/web/people/gus").expect(200);

    ApiClient.Answer first = admin.get("/businesses/web/people?limit=1").expect(200);
    assertThat(first.json().at("/items/0/name").asText()).isEqualTo("fay");
    assertThat(first.json().at("/nextCursor").isNull()).isFalse();
    assertThat(admin.get("/businesses/web/people?q=us").expect(200).json().get("items")).hasSize(1);
    admin.delete("/businesses/web/people/fay").expect(204);
    admin.delete("/businesses/web/people/fay").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void hostsAreReplacedAndGetDefaults() {
    String hosts =
        "{\"hosts\": [{\"host\": \"10.0.0.1\"}, {\"host\": \"10.0.0.2\", \"port\": 2222,"
            + " \"groups\": [\"db\"], \"user\": \"ops\", \"credential\": {\"secret\": \"key\"}}]}";
    ApiClient.Answer put = admin.put("/businesses/web/hosts", hosts).expect(200);

    assertThat(put.json().at("/hosts/0/port").asInt()).isEqualTo(22);
    assertThat(put.json().at("/hosts/1/credential/secret").asText()).isEqualTo("key");
    admin.put("/businesses/web/hosts", put.text()).expect(200);
    assertThat(admin.get("/businesses/web/hosts?group=db").expect(200).json().get("items"))
        .hasSize(1);
  }

  @Test
  void badHostsAreFaults() {
    assertThat(
            admin
                .put("/businesses/web/hosts", "{\"hosts\": [{\"port\": 0}, {\"host\": 7}]}")
                .expectProblem(422, "INVALID")
                .faults())
        .containsExactlyInAnyOrder(
            "/hosts/0/host MISSING", "/hosts/0/port INVALID_VALUE", "/hosts/1/host WRONG_TYPE");
  }

  private static ApiClient.Answer put(String path) {
    return admin.send("PUT", path, BodyPublishers.noBody());
  }
}
