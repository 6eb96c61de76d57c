package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

  private static final String CONFIGURATION = "/businesses/web/configuration";

  private TestServer server;
  private ApiClient ann;

  @BeforeEach
  void start() {
    server = new TestServer();
    ann = server.as("ann");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatWasAnsweredCanBeSentBack() {
    String first = ann.get(CONFIGURATION).expect(200).header("ETag");
    ApiClient.Answer put =
        ann.put(
                CONFIGURATION,
                "{\"variables\": [{\"key\": \"area\", \"type\": \"TEXT\","
                    + " \"schema\": {\"type\": \"string\"}, \"value\": \"global\"}]}",
                "If-Match",
                first)
            .expect(200);

    ApiClient.Answer again =
        ann.put(CONFIGURATION, put.text(), "If-Match", put.header("ETag")).expect(200);

    assertThat(again.json().get("variables")).isEqualTo(put.json().get("variables"));
    assertThat(ann.get(CONFIGURATION + "/history").json().get("items")).hasSize(2);
  }

  @Test
  void aChangeSaysWhatItIsBasedOn() {
    ann.put(CONFIGURATION, "{\"variables\": []}").expectProblem(428, "IF_MATCH_MISSING");
    ann.put(CONFIGURATION, "{\"variables\": []}", "If-Match", "\"7\"")
        .expectProblem(412, "ETAG_CHANGED");
  }

  @Test
  void tellsWhereAKeyIsUsed() {
    assertThat(ann.get(CONFIGURATION + "/used-by").expect(200).json().get("items"))
        .singleElement()
        .satisfies(use -> assertThat(use.get("process").get("id").asText()).isEqualTo("p1"));
  }

  @Test
  void secretsComeAndGoWithoutBeingTold() {
    ann.put("/businesses/web/secrets/api-key", "{\"value\": \"open sesame\"}").expect(204);
    ApiClient.Answer listed = ann.get("/businesses/web/secrets").expect(200);
    ann.delete("/businesses/web/secrets/api-key").expect(204);

    assertThat(listed.text()).contains("api-key").doesNotContain("sesame");
    ann.delete("/businesses/web/secrets/api-key").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void aSecretMustBeLongEnoughToBeHidden() {
    assertThat(
            ann.put("/businesses/web/secrets/pin", "{\"value\": \"123\"}")
                .expectProblem(422, "INVALID")
                .faults())
        .containsExactly("/value INVALID_VALUE");
  }
}
