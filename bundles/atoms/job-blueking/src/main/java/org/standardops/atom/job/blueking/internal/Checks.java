package org.standardops.atom.job.blueking.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import org.standardops.atom.Fault;
import org.standardops.atom.Parameters;

/** Finds what the schemas cannot say. A text with a variable in it passes. */
final class Checks {

  private Checks() {}

  static List<Fault> duration(Parameters parameters, String name, Duration most) {
    if (parameters.find(name).orElse(null) instanceof String text && !text.contains("${")) {
      try {
        Duration duration = Duration.parse(text);
        if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(most) > 0) {
          return fault(name, "'" + text + "' is not between PT1S and " + most + ".");
        }
      } catch (DateTimeException e) {
        return fault(name, "'" + text + "' is no ISO-8601 duration; write it like PT10M.");
      }
    }
    return List.of();
  }

  private static List<Fault> fault(String name, String message) {
    return List.of(new Fault("/" + name, "INVALID", message));
  }
}
