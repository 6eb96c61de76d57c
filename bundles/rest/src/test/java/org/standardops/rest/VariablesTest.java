package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.standardops.services.VariableService.Parameter;

class VariablesTest {

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

  private static ApiClient.Answer save(String body) {
    return ann.post("/businesses/web/processes", body).expect(201);
  }

  @Test
  void addsAVariableAndRenamesIt() {
    String path = save(ProcessesTest.CDN_PREFETCH).header("Location").substring(7);

    ApiClient.Answer added =
        ann.post(path + "/add-as-variable", "{\"node\": \"push\", \"pointer\": \"/urls\"}")
            .expect(200);
    ann.post(path + "/variables/urls/rename", "{\"key\": \"links\"}").expect(200);

    assertThat(added.header("ETag")).isNotEmpty();
    assertThat(server.variables.lastParameter)
        .isEqualTo(new Parameter("push", "/urls", Optional.empty(), Optional.empty()));
    assertThat(server.variables.lastKeys).isEqualTo("urls links");
    assertThat(ann.post(path + "/add-as-variable", "{}").expectProblem(422, "INVALID").faults())
        .containsExactlyInAnyOrder("/node MISSING", "/pointer MISSING");
  }

  @Test
  void givesAVariableWithoutSchemaTheOneOfItsType() {
    JsonNode variables =
        save("""
                {"name": "Types", "type": "OTHER", "steps": [{"id": "s", "nodes": [{"id": "n", "atom": "timer"}]}],
                 "variables": [{"key": "a", "type": "DURATION"}, {"key": "b", "type": "HOSTS"},
                               {"key": "c", "type": "TEXT", "schema": {}}]}
                """)
            .json()
            .get("variables");

    assertThat(variables.at("/0/schema/format").asText()).isEqualTo("duration");
    assertThat(variables.at("/1/schema/type").asText()).isEqualTo("array");
    assertThat(variables.at("/2/schema")).isEmpty();
  }
}
