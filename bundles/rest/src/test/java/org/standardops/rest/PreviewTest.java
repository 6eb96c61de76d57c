package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PreviewTest {

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
  void showsWhatAStoredProcessWouldDo() {
    JsonNode preview =
        ann.post("/processes/p/preview", "{\"variables\": {\"a\": [1]}}").expect(200).json();

    assertThat(preview.get("valid").asBoolean()).isTrue();
    assertThat(preview.at("/nodes/0/params/a/0").asInt()).isEqualTo(1);
    assertThat(preview.at("/nodes/0/atom/version").isNull()).isTrue();
    assertThat(preview.at("/nodes/0/open/0/reference").asText()).isEqualTo("${node.a.b}");
    ann.post("/processes/p/preview", "").expect(200);
  }

  @Test
  void takesAWholeProcessAndWhatWouldBeEntered() {
    String path = "/businesses/web/processes/preview";
    String whole =
        ProcessesTest.CDN_PREFETCH.replaceFirst(
            "\\{", "{\"preview\": {\"variables\": {\"a\": 7}},");

    assertThat(ann.post(path, whole).expect(200).json().at("/nodes/0/params/a").asInt())
        .isEqualTo(7);
    ann.post(path, ProcessesTest.CDN_PREFETCH).expect(200);
    assertThat(
            ann.post(path, "{\"name\": \"a\", \"type\": \"OTHER\", \"steps\": []}")
                .expect(200)
                .json()
                .get("valid")
                .asBoolean())
        .isFalse();
    assertThat(ann.post(path, "{\"name\": \"a\", \"type\": \"OTHER\"}").expect(422).faults())
        .containsExactly("/steps MISSING");
    assertThat(
            ann.post(
                    path,
                    "{\"name\": 1, \"type\": \"OTHER\", \"steps\": [], \"preview\": {\"nodes\": [1]}}")
                .expect(422)
                .faults())
        .containsExactly("/name WRONG_TYPE", "/preview/nodes/0 WRONG_TYPE", "/steps MISSING");
  }

  @Test
  void faultsOfFormAndValuesAreToldTogether() {
    assertThat(
            ann.post(
                    "/processes/p/preview",
                    "{\"variables\": {\"bad\": 1}, \"nodes\": 7, \"else\": 1}")
                .expectProblem(422, "INVALID")
                .faults())
        .containsExactly(
            "/else UNKNOWN_FIELD", "/nodes WRONG_TYPE", "/variables/bad UNKNOWN_VARIABLE");
  }
}
