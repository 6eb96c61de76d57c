package org.standardops.atom.http.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.atom.Http;
import org.standardops.atom.Parameters;
import org.standardops.atom.answer.JsonBytes;

/** The first request, as the parameters describe it. */
record ApiRequest(
    String method,
    URI uri,
    Optional<Auth> auth,
    Map<String, String> headers,
    byte[] body,
    List<Integer> expectStatus,
    Duration timeout) {

  static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
  private static final Set<String> READ_ONLY = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE");
  private static final List<Integer> DEFAULT_STATUS = List.of(200, 201, 202, 204);
  private static final String CONTENT_TYPE = "Content-Type";

  static ApiRequest of(Parameters parameters) {
    Map<String, String> headers = new LinkedHashMap<>();
    parameters.object("headers").forEach((name, value) -> headers.put(name, (String) value));
    byte[] body = new byte[0];
    if (parameters.has("body")) {
      Object value = parameters.find("body").orElseThrow();
      boolean text = value instanceof String;
      body = text ? ((String) value).getBytes(StandardCharsets.UTF_8) : JsonBytes.write(value);
      if (headers.keySet().stream().noneMatch(CONTENT_TYPE::equalsIgnoreCase)) {
        headers.put(CONTENT_TYPE, text ? "text/plain; charset=utf-8" : "application/json");
      }
    }
    Optional<Auth> auth = Auth.of(parameters);
    auth.ifPresent(proof -> headers.putAll(proof.headers()));
    return new ApiRequest(
        method(parameters),
        URI.create(parameters.text("url")),
        auth,
        headers,
        body,
        parameters.has("expectStatus")
            ? parameters.list("expectStatus").stream().map(s -> ((Number) s).intValue()).toList()
            : DEFAULT_STATUS,
        parameters.duration("timeout", DEFAULT_TIMEOUT));
  }

  static String method(Parameters parameters) {
    return parameters.text("method", "GET");
  }

  static boolean idempotent(Parameters parameters) {
    return parameters.flag("idempotent", IDEMPOTENT.contains(method(parameters)));
  }

  Http.Request asHttp() {
    return new Http.Request(method, proven(uri), headers, body, timeout, followsRedirects());
  }

  /** A look at another URL, with the headers of this request but those of its body. */
  Http.Request look(URI at) {
    Map<String, String> kept = new LinkedHashMap<>(headers);
    kept.keySet().removeIf(CONTENT_TYPE::equalsIgnoreCase);
    return new Http.Request("GET", proven(at), kept, new byte[0], timeout, true);
  }

  private URI proven(URI plain) {
    return auth.map(proof -> proof.uri(plain)).orElse(plain);
  }

  boolean readOnly() {
    return READ_ONLY.contains(method);
  }

  String label() {
    return method + " " + withoutQuery(uri);
  }

  /** For people: a query may hold a secret. */
  static String withoutQuery(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }

  /** Whoever expects a redirect wants to see it. */
  private boolean followsRedirects() {
    return expectStatus.stream().noneMatch(status -> status / 100 == 3);
  }
}
