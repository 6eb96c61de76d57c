package org.standardops.components.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.standardops.atom.Call;
import org.standardops.atom.Http;
import org.standardops.atom.Parameters;
import org.standardops.atom.answer.JsonBytes;
import org.standardops.components.internal.ApiOperation.Field;

/** Puts the request of an operation together. */
record ComponentRequest(Definition component, ApiOperation operation) {

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
  private static final String AUTHORIZATION = "Authorization";

  /** It cannot be sent so. */
  static final class Impossible extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    Impossible(String code, String message) {
      super(message);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  Http.Request of(Call call) throws Impossible {
    Parameters parameters = call.parameters();
    Map<String, String> connection = call.connection(component.system());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    List<String> query = new ArrayList<>();
    String path = operation.path();
    for (Field field : operation.fields()) {
      Object value = parameters.find(field.parameter()).orElse(null);
      if (value != null) {
        switch (field.place()) {
          case PATH -> path = path.replace("{" + field.name() + "}", inPath(field, value));
          case QUERY -> query.addAll(inQuery(field, value));
          case HEADER -> headers.put(field.name(), joined(value));
        }
      }
    }
    signIn(connection, headers, query);
    byte[] body = new byte[0];
    if (operation.sendsBody() && parameters.has(ApiOperation.BODY)) {
      body = JsonBytes.write(parameters.find(ApiOperation.BODY).orElseThrow());
      headers.put("Content-Type", "application/json");
    }
    String url = server(connection) + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    try {
      return new Http.Request(
          operation.method(),
          URI.create(url),
          headers,
          body,
          parameters.duration(ApiOperation.TIMEOUT, DEFAULT_TIMEOUT),
          true);
    } catch (IllegalArgumentException e) {
      throw new Impossible("INVALID_REQUEST", "The operation's path makes no URL: " + path + ".");
    }
  }

  /** BlueKing's own setting is the gateway of all components, and not the address of one. */
  private String server(Map<String, String> connection) {
    return component.kind() == Definition.Kind.BLUEKING
        ? component.server()
        : connection.getOrDefault("endpoint", component.server()).replaceFirst("/+$", "");
  }

  /** A value must not lead to another path. */
  private static String inPath(Field field, Object value) throws Impossible {
    String text = joined(value);
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      throw new Impossible(
          "INVALID_PARAMETER",
          "'" + text + "' cannot stand in the path for '" + field.parameter() + "'.");
    }
    return encoded(text);
  }

  private static List<String> inQuery(Field field, Object value) {
    if (value instanceof Map<?, ?> object) {
      return object.entrySet().stream()
          .filter(each -> each.getValue() != null)
          .map(each -> encoded(each.getKey()) + "=" + encoded(joined(each.getValue())))
          .toList();
    }
    if (field.exploded() && value instanceof List<?> list) {
      return list.stream()
          .map(element -> encoded(field.name()) + "=" + encoded(joined(element)))
          .toList();
    }
    return List.of(encoded(field.name()) + "=" + encoded(joined(value)));
  }

  private static String joined(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
        : String.valueOf(value);
  }

  private static String encoded(Object text) {
    return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void signIn(
      Map<String, String> connection, Map<String, String> headers, List<String> query)
      throws Impossible {
    switch (operation.signIn().kind()) {
      case NONE -> {}
      case BASIC -> {
        String both = setting(connection, "user") + ":" + setting(connection, "password");
        headers.put(
            AUTHORIZATION,
            "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
      }
      case BEARER -> headers.put(AUTHORIZATION, "Bearer " + setting(connection, "token"));
      case HEADER -> headers.put(operation.signIn().name(), setting(connection, "apiKey"));
      case QUERY ->
          query.add(
              encoded(operation.signIn().name()) + "=" + encoded(setting(connection, "apiKey")));
      case BLUEKING_APP -> gateway(headers, connection, Map.of());
      case BLUEKING_USER ->
          gateway(headers, connection, Map.of("bk_username", setting(connection, "executor")));
    }
  }

  private void gateway(
      Map<String, String> headers, Map<String, String> connection, Map<String, String> user)
      throws Impossible {
    Map<String, String> app = new LinkedHashMap<>();
    app.put("bk_app_code", setting(connection, "appCode"));
    app.put("bk_app_secret", setting(connection, "appSecret"));
    app.putAll(user);
    headers.put("X-Bkapi-Authorization", new String(JsonBytes.write(app), StandardCharsets.UTF_8));
  }

  private String setting(Map<String, String> connection, String name) throws Impossible {
    String value = connection.get(name);
    if (value == null || value.isBlank()) {
      throw new Impossible(
          "NOT_CONFIGURED",
          "There is no access to %s: a business admin sets '%s' by PUT /businesses/{business}/connections/%s, or it is written to etc/org.standardops.%s.cfg."
              .formatted(component.title(), name, component.system(), component.system()));
    }
    return value;
  }
}
