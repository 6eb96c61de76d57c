package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

  private static final String ALL = "/businesses/b1/connections";
  private static final String ONE = ALL + "/tencentcloud";

  private final TestServer server = new TestServer();
  private ApiClient ann;

  @BeforeEach
  void signIn() {
    ann = server.as("ann");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatGetGaveCanBeSentBack() {
    JsonNode before = ann.get(ONE).expect(200).json();
    assertThat(before.get("own").asBoolean()).isFalse();
    ann.put(ONE, "{\"region\": \"ap-guangzhou\"}").expect(200);

    ApiClient.Answer set = ann.get(ONE).expect(200);
    assertThat(set.json().get("region").asText()).isEqualTo("ap-guangzhou");
    assertThat(set.json().get("changedBy").asText()).isEqualTo("ann");
    ann.put(ONE, set.text(), "If-Match", set.header("ETag")).expect(200);
    assertThat(ann.get(ONE).expect(200).json().get("region").asText()).isEqualTo("ap-guangzhou");
    assertThat(ann.get(ALL).expect(200).json().at("/items/0/own").asBoolean()).isTrue();
  }

  @Test
  void anEtagIsTakenAndNeverAskedFor() {
    ann.put(ONE, "{\"region\": \"ap-guangzhou\"}").expect(200);

    ann.put(ONE, "{}", "If-Match", "\"9\"").expectProblem(412, "ETAG_CHANGED");
    ann.delete(ONE, "If-Match", "\"9\"").expectProblem(412, "ETAG_CHANGED");
    ann.delete(ONE).expect(204);
    ann.delete(ONE).expectProblem(404, "NOT_FOUND");
  }
}
