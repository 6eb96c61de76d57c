package org.standardops.atom.tencent.cloud.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.standardops.atom.Fault;
import org.standardops.atom.Parameters;

/** Finds what the schema cannot say. A text with a variable in it passes. */
final class ParameterCheck {

  private final Parameters parameters;
  private final List<Fault> faults = new ArrayList<>();

  private ParameterCheck(Parameters parameters) {
    this.parameters = parameters;
  }

  static List<Fault> faults(Parameters parameters) {
    ParameterCheck check = new ParameterCheck(parameters);
    check.names();
    check.following();
    check.duration("timeout", Duration.ofMinutes(10));
    check.duration("interval", Duration.ofHours(1));
    check.duration("deadline", Duration.ofDays(31));
    return List.copyOf(check.faults);
  }

  private void names() {
    if (value("extract") instanceof Map<?, ?> extract && extract.containsKey("response")) {
      fault("/extract/response", "'response' is an output already: choose another name.");
    }
  }

  private void following() {
    if (!parameters.has("until")) {
      for (String name : List.of("describe", "failedWhen", "interval", "deadline")) {
        if (parameters.has(name)) {
          fault("/" + name, "This has no effect without 'until': set that, or leave this out.");
        }
      }
      return;
    }
    if (value("describe") instanceof Map<?, ?> describe) {
      reading("/describe/action", describe.get("action"));
      places(describe);
    } else if (!parameters.has("describe")) {
      reading("/action", value("action"));
    }
  }

  private void reading(String pointer, Object action) {
    if (known(action) && !CloudRequest.READING.matcher((String) action).matches()) {
      fault(
          pointer,
          "'"
              + action
              + "' would be called again and again, and may change something: name in"
              + " 'describe' an action that only looks, such as DescribeTaskStatus.");
    }
  }

  private void places(Map<?, ?> describe) {
    if (value("extract") instanceof String) {
      return; // a variable: its names are not known yet
    }
    Set<?> names = value("extract") instanceof Map<?, ?> extract ? extract.keySet() : Set.of();
    Filling.places(describe.get("body")).stream()
        .filter(name -> !names.contains(name))
        .filter(name -> !String.valueOf(describe.get("body")).contains("${" + name))
        .forEach(
            name -> fault("/describe/body", "'{" + name + "}' is not among the names of extract."));
  }

  private void duration(String name, Duration longest) {
    Object value = value(name);
    if (!known(value)) {
      return;
    }
    try {
      Duration duration = Duration.parse((String) value);
      if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(longest) > 0) {
        fault("/" + name, "'" + value + "' is not between PT1S and " + longest + ".");
      }
    } catch (DateTimeException e) {
      fault("/" + name, "'" + value + "' is no ISO-8601 duration; write it like PT30S.");
    }
  }

  private Object value(String name) {
    return parameters.find(name).orElse(null);
  }

  private static boolean known(Object value) {
    return value instanceof String text && !text.contains("${");
  }

  private void fault(String pointer, String message) {
    faults.add(new Fault(pointer, "INVALID", message));
  }
}
