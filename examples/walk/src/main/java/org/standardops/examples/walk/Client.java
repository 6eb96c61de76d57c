package org.standardops.examples.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Calls the REST API as one person. */
final class Client {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final String api;
  private final String authorization;

  Client(String server, String user, String password) {
    this.api = server + "/api/v1";
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** What the server answered to a request. */
  record Answer(String request, int status, String etag, JsonNode json) {

    /** Ends the walk where it is another status. */
    Answer expect(int wanted) {
      if (status != wanted) {
        throw new Stumble(request + " answered " + status + " in place of " + wanted + ": " + json);
      }
      return this;
    }

    String id() {
      return json.get("id").asText();
    }
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, Object body) {
    return send(withBody(path).POST(BodyPublishers.ofString(write(body))));
  }

  Answer post(String path) {
    return post(path, Map.of());
  }

  Answer put(String path, Object body) {
    return send(withBody(path).PUT(BodyPublishers.ofString(write(body))));
  }

  Answer put(String path, Object body, String etag) {
    return send(withBody(path).header("If-Match", etag).PUT(BodyPublishers.ofString(write(body))));
  }

  private HttpRequest.Builder withBody(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(api + path))
        .timeout(LIMIT)
        .header("Authorization", authorization);
  }

  private Answer send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      return new Answer(
          request.method() + " " + request.uri().getPath(),
          answer.statusCode(),
          answer.headers().firstValue("ETag").orElse(""),
          answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(request.uri() + " gave no answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stumble("Interrupted.");
    }
  }

  private static String write(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
