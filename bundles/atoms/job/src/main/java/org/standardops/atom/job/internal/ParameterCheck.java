package org.standardops.atom.job.internal;

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

  ParameterCheck duration(String name, long leastSeconds, long mostSeconds) {
    if (parameters.find(name).orElse(null) instanceof String text && !text.contains("${")) {
      try {
        long seconds = Duration.parse(text).toSeconds();
        if (seconds < leastSeconds || seconds > mostSeconds) {
          fault(
              "/" + name,
              "'%s' is not between %s and %s."
                  .formatted(
                      text, Duration.ofSeconds(leastSeconds), Duration.ofSeconds(mostSeconds)));
        }
      } catch (DateTimeException e) {
        fault("/" + name, "'" + text + "' is no ISO-8601 duration; write it like PT10M.");
      }
    }
    return this;
  }

  void fault(String pointer, String message) {
    faults.add(new Fault(pointer, "INVALID", message));
  }
}
