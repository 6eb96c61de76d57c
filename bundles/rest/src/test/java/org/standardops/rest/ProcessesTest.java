package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessesTest {

  private static final String PATH = "/businesses/web/processes";
  static final String CDN_PREFETCH = resource("/cdn-prefetch.json");

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

  @BeforeEach
  void clear() {
    server.processes.stored.clear();
  }

  private static String resource(String name) {
    try (var in = ProcessesTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String process(String name, String atom) {
    return """
        {"name": "%s", "type": "OTHER", "steps": [{"id": "s", "nodes": [{"id": "n", "atom": "%s"}]}]}
        """
        .formatted(name, atom);
  }

  @ParameterizedTest
  @CsvSource({"'{}', /items", "7, ''", "'{\"items\": null}', /items"})
  void aListThatCannotBeReadIsAFaultOfItsNode(String forEach, String at) {
    String process =
        process("Each", "timer")
            .replace("\"atom\"", "\"forEach\": %s, \"atom\"".formatted(forEach));

    assertThat(ann.post(PATH, process).expect(422).faults())
        .singleElement()
        .asString()
        .startsWith("/steps/0/nodes/0/forEach" + at + " ");
  }

  @Test
  void answersWhatTheClientSentAndWhatTheServerMade() throws IOException {
    JsonNode sent = ApiClient.JSON.readTree(CDN_PREFETCH);

    ApiClient.Answer answer = ann.post(PATH, CDN_PREFETCH).expect(201);

    ObjectNode body = (ObjectNode) answer.json();
    assertThat(answer.header("Location")).isEqualTo("/api/v1/processes/" + body.get("id").asText());
    assertThat(body.get("revision").asInt()).isEqualTo(1);
    assertThat(body.at("/warnings/0/code").asText()).isEqualTo("NOT_YET_EFFECTIVE");
    assertThat(body.at("/steps/0/nodes/0/resolvedVersion").asText()).isEqualTo("1.2.0");
    for (String field :
        new String[] {"name", "type", "notify", "timeout", "onTimeout", "variables"}) {
      assertThat(body.get(field)).as(field).isEqualTo(sent.get(field));
    }
    JsonNode node = body.at("/steps/0/nodes/0");
    sent.at("/steps/0/nodes/0")
        .properties()
        .forEach(field -> assertThat(node.get(field.getKey())).isEqualTo(field.getValue()));
  }

  @Test
  void whatGetGaveCanBeSentBack() {
    String path = ann.post(PATH, CDN_PREFETCH).header("Location").substring("/api/v1".length());
    ApiClient.Answer got = ann.get(path).expect(200);

    ApiClient.Answer put = ann.put(path, got.text(), "If-Match", got.header("ETag")).expect(200);

    assertThat(put.json().get("revision").asInt()).isEqualTo(2);
    assertThat(put.json().get("steps")).isEqualTo(got.json().get("steps"));
    ann.put(path, got.text()).expectProblem(428, "IF_MATCH_MISSING");
    ann.put(path, got.text(), "If-Match", got.header("ETag")).expectProblem(412, "ETAG_CHANGED");
    ann.delete(path, "If-Match", put.header("ETag")).expect(204);
  }

  @Test
  void missingPartsHaveDefaults() {
    JsonNode body = ann.post(PATH, process("Small", "timer")).expect(201).json();

    assertThat(body.get("onTimeout").asText()).isEqualTo("NOTIFY");
    assertThat(body.at("/steps/0/mode").asText()).isEqualTo("SERIAL");
    assertThat(body.at("/steps/0/start").asText()).isEqualTo("AUTOMATIC");
    assertThat(body.at("/steps/0/nodes/0/name").asText()).isEqualTo("n");
    assertThat(body.at("/steps/0/nodes/0/policy/onFailure").asText()).isEqualTo("STOP");
  }

  @Test
  void aNodeWithoutTimingTypeHasItsAtoms() {
    JsonNode timer = ann.post(PATH, process("Small", "timer")).expect(201).json();

    assertThat(timer.at("/steps/0/nodes/0/timing").asText()).isEqualTo("IDLE_TIME");
  }

  @Test
  void faultsOfTheFormComeAtOnce() {
    String sent =
        """
        {"type": "PARTY", "timeout": "1h", "color": 1,
         "variables": [{"key": "a", "type": "TEXT", "schema": "no"}],
         "steps": [{"id": "s", "nodes": [{"id": 7, "atom": "timer", "parameters": {},
           "policy": {"retry": {"attempts": 11, "delay": "PT"}}}]}]}
        """;

    ApiClient.Answer answer = ann.post(PATH, sent).expectProblem(422, "INVALID");

    assertThat(answer.faults())
        .contains(
            "/name MISSING",
            "/type INVALID_VALUE",
            "/color UNKNOWN_FIELD",
            "/variables/0/schema WRONG_TYPE",
            "/steps/0/nodes/0/id WRONG_TYPE",
            "/steps/0/nodes/0/parameters UNKNOWN_FIELD",
            "/steps/0/nodes/0/policy/retry/attempts INVALID_VALUE",
            "/steps/0/nodes/0/policy/retry/delay INVALID_VALUE")
        .anyMatch(fault -> fault.startsWith("/timeout "));
    assertThat(server.processes.stored).isEmpty();
  }

  @Test
  void faultsOfTheFormComeTogetherWithThoseOfTheMeaning() {
    String sent =
        """
        {"type": "PARTY", "timeout": "1h", "color": 1, "notify": {"on": ["NEVER"], "by": []},
         "variables": [{"type": "TEXT"}, 7],
         "steps": [{"id": "s", "nodes": [
           {"id": "a", "atom": "nowhere"},
           {"id": "b", "atom": "nowhere", "params": 7},
           {"id": "c", "policy": {"timeout": 1}}, "d"]}]}
        """;

    ApiClient.Answer answer = ann.post(PATH, sent).expectProblem(422, "INVALID");

    assertThat(answer.faults())
        .contains(
            "/name MISSING",
            "/color UNKNOWN_FIELD",
            "/variables/1 WRONG_TYPE",
            "/steps/0/nodes/0/atom UNKNOWN_ATOM",
            "/steps/0/nodes/1/atom UNKNOWN_ATOM",
            "/steps/0/nodes/1/params WRONG_TYPE",
            "/steps/0/nodes/2/atom MISSING",
            "/steps/0/nodes/3 WRONG_TYPE");
    assertThat(ann.post(PATH, "[]").expectProblem(422, "INVALID").faults())
        .containsExactly(" WRONG_TYPE");
    assertThat(ann.post(PATH, "{\"steps\": 7}").expectProblem(422, "INVALID").faults())
        .containsExactlyInAnyOrder("/name MISSING", "/type MISSING", "/steps WRONG_TYPE");
  }

  @Test
  void faultsOfTheMeaningComeFromTheUseCase() {
    ApiClient.Answer answer =
        ann.post(PATH, process("Lost", "nowhere")).expectProblem(422, "INVALID");

    assertThat(answer.faults()).containsExactly("/steps/0/nodes/0/atom UNKNOWN_ATOM");
  }

  @Test
  void validateOnlyStoresNothing() {
    ApiClient.Answer fine =
        ann.post(PATH + "?validateOnly=true", process("Small", "timer")).expect(200);
    ApiClient.Answer wrong =
        ann.post(PATH + "?validateOnly=true", process("Lost", "nowhere"))
            .expectProblem(422, "INVALID");

    assertThat(fine.json().get("valid").asBoolean()).isTrue();
    assertThat(wrong.faults()).containsExactly("/steps/0/nodes/0/atom UNKNOWN_ATOM");
    assertThat(server.processes.stored).isEmpty();
  }

  @Test
  void draftMayHaveFaultsThatValidateTells() {
    String draft = process("Lost", "nowhere").replace("\"type\"", "\"draft\": true, \"type\"");
    String path = ann.post(PATH, draft).expect(201).header("Location").substring(7);

    JsonNode found = ann.post(path + "/validate", "").expect(200).json();

    assertThat(found.get("valid").asBoolean()).isFalse();
    assertThat(found.at("/errors/0/pointer").asText()).isEqualTo("/steps/0/nodes/0/atom");
    assertThat(ann.get(path + "?draft=true").json().get("draft").asBoolean()).isTrue();
  }

  @Test
  void listIsOfSummariesAndFiltered() {
    ann.post(PATH, CDN_PREFETCH).expect(201);
    ann.post(PATH, process("Small", "timer")).expect(201);

    JsonNode items = ann.get(PATH + "?type=PUBLISHING&q=CDN").expect(200).json().get("items");

    assertThat(items).hasSize(1);
    assertThat(items.get(0).has("steps")).isFalse();
    assertThat(ann.get(PATH + "?type=PARTY").expectProblem(422, "INVALID").faults())
        .containsExactly("?type INVALID_VALUE");
  }
}
