package org.standardops.atom.job.blueking.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.standardops.atom.Call;
import org.standardops.atom.Http;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.Touched;
import org.standardops.atom.answer.JsonObject;

/** Calls of the Job Platform's API, version 3, through BlueKing's API gateway. */
final class JobApi {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Http http;
  private final Access access;

  JobApi(Call call, Access access) {
    this.http = call.http();
    this.access = access;
  }

  /** Reads; changes nothing. */
  JsonObject get(String name, Map<String, ?> parameters) throws JobApiFailed {
    Map<String, Object> all = access.scope();
    all.putAll(parameters);
    String query =
        all.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(String.valueOf(entry.getValue())))
            .collect(Collectors.joining("&"));
    return data(name, request("GET", name + "?" + query, new byte[0]));
  }

  JsonObject post(String name, Map<String, ?> body) throws JobApiFailed {
    Map<String, Object> all = access.scope();
    all.putAll(body);
    return data(name, request("POST", name, new JsonObject(all).write()));
  }

  private Http.Request request(String method, String path, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Bkapi-Authorization", access.authorization());
    headers.put("Content-Type", "application/json");
    return new Http.Request(
        method, URI.create(access.base() + "/" + path), headers, body, TIMEOUT, false);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private JsonObject data(String name, Http.Request request) throws JobApiFailed {
    Http.Response response;
    try {
      response = http.send(request);
    } catch (HttpFailed e) {
      throw e.touched() == Touched.NO
          ? JobApiFailed.notSent(e.code(), name + ": " + e.getMessage(), e.retryable(), e)
          : JobApiFailed.unclear(name + ": " + e.getMessage(), e);
    }
    if (response.status() >= 500) {
      throw JobApiFailed.unclear(name + " answered HTTP " + response.status() + ".", null);
    }
    JsonObject answer = read(name, response);
    if (response.status() != 200) {
      throw JobApiFailed.refused(
          "%s answered HTTP %d: %s".formatted(name, response.status(), message(answer)),
          response.status() == 429);
    }
    if (!answer.flag("result")) {
      throw JobApiFailed.refused(
          "The Job Platform refused %s: %s (code %s)."
              .formatted(name, message(answer), answer.fields().get("code")),
          false);
    }
    return answer.object("data").orElse(new JsonObject(Map.of()));
  }

  private static String message(JsonObject answer) {
    return answer.text("message").filter(text -> !text.isBlank()).orElse("no reason given");
  }

  private static JsonObject read(String name, Http.Response response) throws JobApiFailed {
    try {
      return JsonObject.read(response.body());
    } catch (IOException e) {
      if (response.status() != 200) {
        return new JsonObject(Map.of());
      }
      throw JobApiFailed.unclear(name + " answered with something that is no JSON.", e);
    }
  }
}
