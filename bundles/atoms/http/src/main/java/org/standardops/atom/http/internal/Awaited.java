package org.standardops.atom.http.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.atom.Parameters;
import org.standardops.atom.answer.Condition;

/** The answer that the API is to send to an address of ours, later. */
record Awaited(Duration deadline, Optional<Condition> failure) {

  /** Stands for the address, in the URL, in headers and in the body. */
  static final String PLACE = "{callbackUrl}";

  private static final Duration DEFAULT_DEADLINE = Duration.ofHours(1);

  static Optional<Awaited> of(Parameters parameters) {
    if (!parameters.has("callback")) {
      return Optional.empty();
    }
    Parameters callback = new Parameters(parameters.object("callback"));
    return Optional.of(
        new Awaited(
            callback.duration("deadline", DEFAULT_DEADLINE),
            callback.has("failedWhen")
                ? Optional.of(Condition.of(callback.object("failedWhen")))
                : Optional.empty()));
  }

  /** The parameters with the address put in. */
  static Parameters addressed(Parameters parameters, URI callbackUrl) {
    Map<String, Object> values = new LinkedHashMap<>(parameters.values());
    String url = callbackUrl.toString();
    values.replaceAll(
        (name, value) ->
            switch (name) {
              case "url" -> filled(value, URLEncoder.encode(url, StandardCharsets.UTF_8));
              case "headers", "body" -> filled(value, url);
              default -> value;
            });
    return new Parameters(values);
  }

  private static Object filled(Object value, String url) {
    if (value instanceof String text) {
      return text.replace(PLACE, url);
    }
    if (value instanceof List<?> list) {
      List<Object> filled = new ArrayList<>();
      list.forEach(element -> filled.add(filled(element, url)));
      return filled;
    }
    if (value instanceof Map<?, ?> object) {
      Map<String, Object> filled = new LinkedHashMap<>();
      object.forEach((name, element) -> filled.put(String.valueOf(name), filled(element, url)));
      return filled;
    }
    return value;
  }

  boolean hasFailed(Object answer) {
    return failure.isPresent() && failure.get().holds(answer);
  }
}
