package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;

/** Calls a server's REST API as one person. */
final class RestClient {

  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final ServerProcess server;
  private final String authorization;

  RestClient(ServerProcess server, String user, String password) {
    this.server = server;
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** Without credentials of its own. */
  RestClient(ServerProcess server) {
    this.server = server;
    this.authorization = "";
  }

  /** What the server answered. */
  record Answer(int status, HttpHeaders headers, String text) {

    JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (IOException e) {
        throw new UncheckedIOException("No JSON: " + text, e);
      }
    }

    Answer expect(int wanted) {
      assertThat(status).as("the server said: %s", text).isEqualTo(wanted);
      return this;
    }

    String etag() {
      return headers.firstValue("ETag").orElseThrow();
    }
  }

  Answer get(String path, String... headers) {
    return send(with(request(path), headers).GET());
  }

  Answer post(String path, Object body, String... headers) {
    return send(withJson(path, headers).POST(BodyPublishers.ofString(write(body))));
  }

  Answer put(String path, Object body, String... headers) {
    return send(withJson(path, headers).PUT(BodyPublishers.ofString(write(body))));
  }

  Answer patch(String path, Object body, String... headers) {
    return send(withJson(path, headers).method("PATCH", BodyPublishers.ofString(write(body))));
  }

  Answer delete(String path, String... headers) {
    return send(with(request(path), headers).DELETE());
  }

  /** Sends whatever it is told to. */
  Answer send(String method, String path, byte[] body, String... headers) {
    return send(with(request(path), headers).method(method, BodyPublishers.ofByteArray(body)));
  }

  /** Sends these very bytes. */
  Answer postBytes(String path, String contentType, byte[] body) {
    return send(
        request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
  }

  /** The lines of an event stream until the server ends it. */
  Stream<String> events(String path, String... headers) {
    try {
      HttpRequest.Builder request = request(path).header("Accept", "text/event-stream");
      if (headers.length > 0) {
        request.headers(headers);
      }
      return http.send(request.GET().build(), BodyHandlers.ofLines()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder withJson(String path, String... headers) {
    return with(request(path).header("Content-Type", "application/json"), headers);
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpRequest.Builder request(String path) {
    URI uri = server.uri("/api/v1" + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
    return authorization.isEmpty() ? request : request.header("Authorization", authorization);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String write(Object body) {
    try {
      return body instanceof String text ? text : JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, Object> empty() {
    return Map.of();
  }
}
