package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;

class ErrorsTest {

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

  @AfterEach
  void heal() {
    server.people.failure = null;
  }

  @Test
  void unknownPathIsAProblem() {
    admin.get("/nothing/here").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void unknownMethodNamesWhatIsAllowed() {
    ApiClient.Answer answer = admin.delete("/people").expectProblem(405, "METHOD_NOT_ALLOWED");

    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
  }

  @Test
  void methodIsTheOneOfTheRequestLine() {
    admin
        .post("/people/bob", "{}", "X-HTTP-Method-Override", "DELETE")
        .expectProblem(405, "METHOD_NOT_ALLOWED");
    admin.get("/people?_method=POST").expectProblem(422, "INVALID");
    admin.get("/me?_type=xml").expectProblem(422, "INVALID");
  }

  @Test
  void optionsNamesTheMethodsOfThePath() {
    ApiClient.Answer answer = admin.send("OPTIONS", "/me", BodyPublishers.noBody()).expect(204);

    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    admin.send("OPTIONS", "/none", BodyPublishers.noBody()).expectProblem(404, "NOT_FOUND");
    server.as("").send("OPTIONS", "/me", BodyPublishers.noBody()).expect(401);
  }

  @Test
  void besideTheApiIsNothing() throws IOException, InterruptedException {
    for (String path : new String[] {"/api/", "/api/v2/me"}) {
      URI beside = URI.create("http://127.0.0.1:" + server.port() + path);
      HttpRequest request = admin.request("/me").uri(beside).build();
      new ApiClient.Answer(
              HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()))
          .expectProblem(404, "NOT_FOUND");
    }
  }

  @Test
  void pathThatLeadsOutOfTheApiIsNowhere() {
    admin.get("/tasks/..%2F..%2Fetc%2Fpasswd/events").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void headIsAGetWithoutItsBody() {
    ApiClient.Answer answer = admin.send("HEAD", "/me", BodyPublishers.noBody()).expect(200);

    assertThat(answer.http().body()).isEmpty();
  }

  @Test
  void typeThatIsNotAnsweredIsAProblem() {
    admin.get("/me", "Accept", "text/html").expectProblem(406, "NOT_ACCEPTABLE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=GBK"
      })
  void whatIsNotJsonIsAProblem(String type) {
    admin
        .send("POST", "/people", BodyPublishers.ofString("{}"), "Content-Type", type)
        .expectProblem(415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @ParameterizedTest
  @MethodSource
  void unreadableJsonIsAProblem(byte[] body) {
    admin
        .send(
            "POST", "/people", BodyPublishers.ofByteArray(body), "Content-Type", "application/json")
        .expectProblem(400, "UNREADABLE");
  }

  static Stream<byte[]> unreadableJsonIsAProblem() {
    return Stream.of(
            "",
            "{",
            "{\"name\": }",
            "{\"a\": 1, \"a\": 2}",
            "{} {}",
            "{\"a\": NaN}",
            "{\"a\": Infinity}",
            "{\"a\": 01}",
            "{a: 1}",
            "[".repeat(200) + "]".repeat(200))
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .flatMap(
            bytes ->
                bytes.length == 0
                    ? Stream.of(
                        bytes,
                        new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'},
                        "{\"name\": \"b\"}".getBytes(StandardCharsets.UTF_16),
                        "{\"name\": \"ü\"}".getBytes(StandardCharsets.ISO_8859_1))
                    : Stream.of(bytes));
  }

  @Test
  void saysWhereJsonIsBroken() {
    String detail =
        admin.post("/people", "{\"name\": \"b\",\n  oops}").json().get("detail").asText();

    assertThat(detail).contains("line 2");
  }

  @Test
  void bodyOfTenMegabytesIsTooLarge() {
    String body = "{\"name\": \"" + "x".repeat(10 * 1024 * 1024) + "\"}";

    admin.post("/people", body).expectProblem(413, "TOO_LARGE");
  }

  @Test
  void chunkedBodyOfTenMegabytesIsTooLarge() {
    byte[] body = new byte[10 * 1024 * 1024];

    admin
        .send(
            "POST",
            "/people",
            BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)),
            "Content-Type",
            "application/json")
        .expectProblem(413, "TOO_LARGE");
  }

  @Test
  void textThatNothingCanStoreIsAFault() {
    ApiClient.Answer answer =
        admin
            .post("/people", "{\"name\": \"a\\u0000\", \"wechat\": \"\\ud800\", \"x\": 1e99999}")
            .expectProblem(422, "INVALID");

    assertThat(answer.faults())
        .containsExactly("/name INVALID_VALUE", "/wechat INVALID_VALUE", "/x INVALID_VALUE");
  }

  @Test
  void everyFaultComesAtOnceWithItsPointer() {
    ApiClient.Answer answer =
        admin
            .post("/people?color=red", "{\"displayName\": 7, \"a/b\": true, \"password\": \"\"}")
            .expectProblem(422, "INVALID");

    assertThat(answer.faults())
        .containsExactlyInAnyOrder(
            "?color UNKNOWN_FIELD",
            "/name MISSING",
            "/displayName WRONG_TYPE",
            "/a~1b UNKNOWN_FIELD",
            "/password INVALID_VALUE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "x", "1.5", "", "99999999999999999999"})
  void badLimitPointsAtTheParameter(String limit) {
    ApiClient.Answer answer = admin.get("/people?limit=" + limit).expectProblem(422, "INVALID");

    assertThat(answer.faults()).allMatch(fault -> fault.startsWith("?limit "));
  }

  @Test
  void garbageCursorIsUnreadable() {
    admin.get("/people?cursor=garbage").expectProblem(400, "UNREADABLE");
    admin.get("/businesses/web/followers?cursor=!!").expectProblem(400, "UNREADABLE");
  }

  @Test
  void unforeseenFailureTellsAnIncidentAndNothingElse() {
    server.people.failure = new IllegalStateException("secret detail of the inside");

    ApiClient.Answer answer = admin.get("/me").expectProblem(500, "INTERNAL");

    assertThat(answer.text()).doesNotContain("secret detail").contains("incident");
  }

  @Test
  void databaseThatIsAwayIsTemporary() {
    server.people.failure =
        new StoreUnavailableException("No connection.", new IllegalStateException());

    ApiClient.Answer answer = admin.get("/me").expectProblem(503, "UNAVAILABLE");

    assertThat(answer.header("Retry-After")).isEqualTo("5");
  }

  @Test
  void tooManyRequestsSayWhenToComeBack() {
    server.people.failure = new ProductException(ErrorCode.TOO_MANY_REQUESTS, "Slow down.");

    assertThat(admin.get("/me").expectProblem(429, "TOO_MANY_REQUESTS").header("Retry-After"))
        .isEqualTo("60");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.EnumSource(ErrorCode.class)
  void everyCodeHasAStatusAndATitleInBothLanguages(ErrorCode code) {
    server.people.failure = new ProductException(code, "Some detail.");

    ApiClient.Answer english = admin.get("/me", "Accept-Language", "en-GB, fr;q=0.5");
    ApiClient.Answer chinese = admin.get("/me", "Accept-Language", "fr, zh-CN;q=0.8, en;q=0.2");

    english.expectProblem(code.kind().status(), code.name());
    assertThat(english.json().get("title").asText()).matches("[\\x20-\\x7e]+");
    assertThat(english.header("Content-Language")).isEqualTo("en");
    assertThat(chinese.json().get("title").asText()).matches(".*\\p{IsHan}.*");
    assertThat(chinese.header("Content-Language")).isEqualTo("zh-CN");
  }

  @Test
  void answersAreNotCachedNorGuessedAt() {
    ApiClient.Answer answer = admin.get("/me").expect(200);

    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Type")).startsWith("application/json");
  }
}
