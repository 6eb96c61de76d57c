package org.standardops.atom.http.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.standardops.atom.Fault;
import org.standardops.atom.Parameters;

/** Finds what the schema cannot say. A text with a variable in it passes. */
final class ParameterCheck {

  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Set<String> OUTPUTS = Set.of("status", "headers", "body");

  private final List<Fault> faults = new ArrayList<>();

  private ParameterCheck() {}

  static List<Fault> faults(Parameters parameters) {
    ParameterCheck check = new ParameterCheck();
    check.url("/url", withoutPlace(parameters.find("url").orElse(null)));
    check.headers(parameters.find("headers").orElse(null));
    check.body(parameters);
    check.duration("/timeout", parameters.find("timeout").orElse(null), Duration.ofMinutes(10));
    check.auth(parameters);
    check.callback(parameters);
    Object extract = parameters.find("extract").orElse(null);
    check.names(extract);
    if (parameters.find("poll").orElse(null) instanceof Map<?, ?> poll) {
      check.poll(poll, extract);
    }
    return List.copyOf(check.faults);
  }

  private void url(String pointer, Object value) {
    if (!known(value)) {
      return;
    }
    try {
      URI uri = new URI((String) value);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (!web || uri.getHost() == null) {
        fault(pointer, "'" + value + "' is no http:// or https:// URL with a host.");
      } else if (uri.getRawUserInfo() != null) {
        fault(
            pointer, "A user or password does not belong in a URL: use the header Authorization.");
      }
    } catch (URISyntaxException e) {
      fault(pointer, "'" + value + "' is no URL: " + e.getReason() + ".");
    }
  }

  private static Object withoutPlace(Object url) {
    return url instanceof String text ? text.replace(Awaited.PLACE, "0") : url;
  }

  private void auth(Parameters parameters) {
    if (!(parameters.find("auth").orElse(null) instanceof Map<?, ?> auth)) {
      return;
    }
    Object kind = auth.get("kind");
    boolean named = auth.get("name") instanceof String name && !name.isEmpty();
    if (List.of("BASIC", "HEADER", "QUERY").contains(kind) && !named) {
      fault("/auth/name", "Name the user, the header or the query parameter.");
    }
    if ("HEADER".equals(kind)
        && known(auth.get("name"))
        && !HEADER_NAME.matcher((String) auth.get("name")).matches()) {
      fault("/auth/name", "'" + auth.get("name") + "' is no name of a header.");
    }
    if (auth.get("secret") instanceof String secret && hasControl(secret)) {
      fault("/auth/secret", "The value has a line break or another control character in it.");
    }
  }

  private void callback(Parameters parameters) {
    if (!(parameters.find("callback").orElse(null) instanceof Map<?, ?> callback)) {
      return;
    }
    if (parameters.has("poll")) {
      fault("/callback", "Either the API calls back, or it is polled: leave one of the two out.");
    }
    String sent =
        Stream.of("url", "headers", "body")
            .map(name -> String.valueOf(parameters.find(name).orElse("")))
            .collect(Collectors.joining(" "));
    if (!sent.contains(Awaited.PLACE) && !sent.contains("${")) {
      fault(
          "/callback",
          "The API must be told where to call back: write "
              + Awaited.PLACE
              + " in the URL, a header or the body.");
    }
    duration("/callback/deadline", callback.get("deadline"), Duration.ofDays(31));
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(c -> c < ' ' && c != '\t');
  }

  private void headers(Object headers) {
    if (headers instanceof Map<?, ?> object) {
      object.forEach(
          (name, value) -> {
            String pointer = "/headers/" + escaped(name);
            if (!HEADER_NAME.matcher(String.valueOf(name)).matches()) {
              fault(pointer, "'" + name + "' is no name of a header.");
            }
            if (value instanceof String text && hasControl(text)) {
              fault(pointer, "The value has a line break or another control character in it.");
            }
          });
    }
  }

  private void body(Parameters parameters) {
    Object method = parameters.find("method").orElse("GET");
    if (parameters.has("body") && (method.equals("GET") || method.equals("HEAD"))) {
      fault("/body", method + " has no body: leave it out, or use another method.");
    }
  }

  private void names(Object extract) {
    if (extract instanceof Map<?, ?> object) {
      for (Object name : object.keySet()) {
        if (OUTPUTS.contains(name)) {
          fault("/extract/" + name, "'" + name + "' is an output already: choose another name.");
        }
      }
    }
  }

  private void poll(Map<?, ?> poll, Object extract) {
    Object url = poll.get("url");
    if (known(url)) {
      url("/poll/url", Following.PLACEHOLDER.matcher((String) url).replaceAll("0"));
      if (!(extract instanceof String)) {
        Set<?> names = extract instanceof Map<?, ?> object ? object.keySet() : Set.of();
        Following.PLACEHOLDER
            .matcher((String) url)
            .results()
            .map(found -> found.group(1))
            .filter(name -> !names.contains(name))
            .forEach(
                name -> fault("/poll/url", "'{" + name + "}' is not among the names of extract."));
      }
    }
    duration("/poll/interval", poll.get("interval"), Duration.ofHours(1));
    duration("/poll/deadline", poll.get("deadline"), Duration.ofDays(31));
  }

  private void duration(String pointer, Object value, Duration longest) {
    if (!known(value)) {
      return;
    }
    try {
      Duration duration = Duration.parse((String) value);
      if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(longest) > 0) {
        fault(pointer, "'" + value + "' is not between PT1S and " + longest + ".");
      }
    } catch (DateTimeException e) {
      fault(pointer, "'" + value + "' is no ISO-8601 duration; write it like PT30S.");
    }
  }

  private static boolean known(Object value) {
    return value instanceof String text && !text.contains("${");
  }

  private static String escaped(Object name) {
    return String.valueOf(name).replace("~", "~0").replace("/", "~1");
  }

  private void fault(String pointer, String message) {
    faults.add(new Fault(pointer, "INVALID", message));
  }
}
