package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AtomsTest {

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
  void speakTheReadersLanguageAndEnglishWhereTheyCannot() {
    JsonNode atom = admin.get("/atoms", "Accept-Language", "zh").json().at("/items/0");

    assertThat(atom.get("name").asText()).isEqualTo("定时");
    assertThat(atom.get("description").asText()).isEqualTo("Waits");
  }

  @Test
  void areListedPageByPage() {
    JsonNode first = admin.get("/atoms?limit=1").expect(200).json();
    JsonNode second = admin.get("/atoms?limit=1&cursor=" + first.get("nextCursor").asText()).json();

    assertThat(first.at("/items/0/version").asText()).isEqualTo("1.1.0");
    assertThat(second.at("/items/0/version").asText()).isEqualTo("1.0.0");
    assertThat(first.at("/items/0/state").asText()).isEqualTo("ACTIVE");
    assertThat(second.at("/items/0/state").asText()).isEqualTo("RETIRED");
    assertThat(second.get("nextCursor").isNull()).isTrue();
  }

  @Test
  void giveChoicesInTheReadersLanguage() {
    JsonNode choices =
        admin
            .post(
                "/atoms/timer/1.1.0/options",
                """
                {"business": "b1", "field": "region", "q": "guang"}""",
                "Accept-Language",
                "zh")
            .expect(200)
            .json();

    assertThat(choices.at("/items/0/value").asText()).isEqualTo("ap-guangzhou");
    assertThat(choices.at("/items/0/label").asText()).isEqualTo("广州");
    assertThat(choices.at("/items/1/label").asText()).isEqualTo("b1 guang");
    assertThat(choices.get("items")).hasSize(100);
    assertThat(choices.get("more").asBoolean()).isTrue();
  }

  @Test
  void tellWhichParameterHasNoChoices() {
    admin
        .post(
            "/atoms/timer/1.1.0/options",
            """
            {"business": "b1", "field": "zone"}""")
        .expectProblem(422, "INVALID");
    admin
        .post(
            "/atoms/timer/1.1.0/options",
            """
            {"field": "zone"}""")
        .expectProblem(422, "INVALID");
  }

  @Test
  void hugeAnswersAreTooLarge() {
    server
        .as("")
        .post("/callbacks/TAKEN", "\"" + "x".repeat(1024 * 1024) + "\"")
        .expectProblem(413, "TOO_LARGE");
  }

  @Test
  void callbacksNeedNoCredentials() {
    ApiClient outside = server.as("");

    outside.post("/callbacks/TAKEN", "{\"state\": \"done\"}").expect(204);
    assertThat(server.callbacks.body).isEqualTo(Map.of("state", "done"));
    outside.post("/callbacks/TAKEN_BEFORE", "[1]").expect(204);
    outside.post("/callbacks/ANSWERED_OTHERWISE", "{}").expectProblem(409, "STATE_FORBIDS");
    outside.post("/callbacks/ENDED", "{}").expectProblem(410, "GONE");
    outside.post("/callbacks/UNKNOWN_KEY", "{}").expectProblem(404, "NOT_FOUND");
    outside.get("/callbacks/TAKEN").expectProblem(401, "UNAUTHENTICATED");
  }
}
