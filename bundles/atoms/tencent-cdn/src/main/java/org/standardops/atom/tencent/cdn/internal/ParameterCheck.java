package org.standardops.atom.tencent.cdn.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.standardops.atom.Fault;
import org.standardops.atom.Parameters;

/** Finds what the schemas cannot say. A text with a variable in it passes. */
final class ParameterCheck {

  private final Parameters parameters;
  private final List<Fault> faults = new ArrayList<>();

  ParameterCheck(Parameters parameters) {
    this.parameters = parameters;
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  ParameterCheck urls() {
    if (parameters.find("urls").orElse(null) instanceof List<?> urls) {
      for (int i = 0; i < urls.size(); i++) {
        url("/urls/" + i, urls.get(i));
      }
    }
    return this;
  }

  /** Scheme, host and port only. */
  ParameterCheck origin() {
    Object value = parameters.find("origin").orElse(null);
    if (known(value) && ServerAddress.parse((String) value).isEmpty()) {
      fault("/origin", "Write it as scheme://host:port; the path comes from each URL.");
    }
    return this;
  }

  ParameterCheck duration(String name, long leastSeconds, long mostSeconds) {
    Object value = parameters.find(name).orElse(null);
    if (known(value)) {
      try {
        long seconds = Duration.parse((String) value).toSeconds();
        if (seconds < leastSeconds || seconds > mostSeconds) {
          fault(
              "/" + name,
              "'%s' is not between %s and %s."
                  .formatted(
                      value, Duration.ofSeconds(leastSeconds), Duration.ofSeconds(mostSeconds)));
        }
      } catch (DateTimeException e) {
        fault("/" + name, "'" + value + "' is no ISO-8601 duration; write it like PT10M.");
      }
    }
    return this;
  }

  private void url(String pointer, Object value) {
    if (!known(value)) {
      return;
    }
    try {
      URI uri = new URI((String) value);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return;
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    fault(pointer, "'" + value + "' is no http:// or https:// URL with a host and without a user.");
  }

  private static boolean known(Object value) {
    return value instanceof String text && !text.contains("${");
  }

  private void fault(String pointer, String message) {
    faults.add(new Fault(pointer, "INVALID", message));
  }
}
