package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.standardops.json.JsonCodec;
import org.standardops.rest.contract.Operation;
import org.standardops.rest.contract.Route;
import org.standardops.rest.fake.FakeAuthentication;

/** Calls the API over HTTP, and holds every answer to the document. */
final class ApiClient {

  static final ObjectMapper JSON = new JsonCodec().mapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final String authorization;

  /**
   * A client.
   *
   * @param name empty: does not sign in
   */
  ApiClient(int port, String name) {
    this.port = port;
    this.authorization = name.isEmpty() ? "" : basic(name, FakeAuthentication.PASSWORD);
  }

  static String basic(String name, String password) {
    byte[] credentials = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** What came back. */
  record Answer(HttpResponse<byte[]> http) {

    int status() {
      return http.statusCode();
    }

    String header(String name) {
      return String.join(", ", http.headers().allValues(name));
    }

    String text() {
      return new String(http.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      try {
        return JSON.readTree(http.body());
      } catch (IOException e) {
        throw new UncheckedIOException(text(), e);
      }
    }

    Answer expect(int status) {
      assertThat(status()).as(text()).isEqualTo(status);
      return this;
    }

    /** A refusal with this status and code. */
    Answer expectProblem(int status, String code) {
      expect(status);
      assertThat(header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(json().path("status").asInt()).isEqualTo(status);
      assertThat(json().path("code").asText()).isEqualTo(code);
      assertThat(json().path("detail").asText()).isNotBlank();
      assertThat(text()).doesNotContain("Exception", "\tat ");
      return this;
    }

    /** Pointer and code of every fault. */
    List<String> faults() {
      return json().path("errors").findValuesAsText("pointer").isEmpty()
          ? List.of()
          : java.util.stream.StreamSupport.stream(json().path("errors").spliterator(), false)
              .map(fault -> fault.path("pointer").asText() + " " + fault.path("code").asText())
              .toList();
    }
  }

  Answer get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  Answer delete(String path, String... headers) {
    return send("DELETE", path, BodyPublishers.noBody(), headers);
  }

  Answer post(String path, String json, String... headers) {
    return send("POST", path, BodyPublishers.ofString(json), json(headers));
  }

  Answer put(String path, String json, String... headers) {
    return send("PUT", path, BodyPublishers.ofString(json), json(headers));
  }

  private static String[] json(String... headers) {
    String[] more = java.util.Arrays.copyOf(headers, headers.length + 2);
    more[headers.length] = "Content-Type";
    more[headers.length + 1] = "application/json";
    return more;
  }

  Answer send(String method, String path, BodyPublisher body, String... headers) {
    return sendLater(method, path, body, headers).join();
  }

  CompletableFuture<Answer> sendLater(
      String method, String path, BodyPublisher body, String... headers) {
    HttpRequest request = request(path, headers).method(method, body).build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
        .thenApply(Answer::new)
        .thenApply(answer -> checked(request, answer));
  }

  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static Answer checked(HttpRequest request, Answer answer) {
    String path = request.uri().getPath().substring("/api/v1".length());
    TestServer.CONTRACT.routes().stream()
        .filter(route -> route.method().equals(request.method()) && route.fits(path))
        .findFirst()
        .ifPresent(route -> check(route, answer));
    return answer;
  }

  private static void check(Route route, Answer answer) {
    Operation operation = TestServer.CONTRACT.find(route).orElseThrow();
    Operation.ResponseRules rules =
        operation
            .responses()
            .getOrDefault(String.valueOf(answer.status()), operation.responses().get("default"));
    String type = answer.header("Content-Type").split(";")[0];
    for (String header : rules.headers()) {
      assertThat(answer.header(header)).as("%s of %s", header, route).isNotBlank();
    }
    if (rules.schemas().isEmpty()) {
      assertThat(answer.http().body()).as("body of %s", route).isEmpty();
      return;
    }
    assertThat(rules.schemas()).as("%s: %s", route, answer.text()).containsKey(type);
    if (type.endsWith("json")) {
      assertThat(rules.schemas().get(type).get().check(answer.json()))
          .as("%s answered %s", route, answer.text())
          .isEmpty();
    }
  }
}
