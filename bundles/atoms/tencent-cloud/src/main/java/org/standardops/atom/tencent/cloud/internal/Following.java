package org.standardops.atom.tencent.cloud.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.standardops.atom.Parameters;
import org.standardops.atom.answer.Condition;

/**
 * How work that goes on in the cloud is followed.
 *
 * @param describe the action that looks at it; empty: the first one, again
 * @param describing its parameters, with {@code {name}} in the place of extracted values
 */
record Following(
    Optional<String> describe,
    Map<String, Object> describing,
    Condition until,
    Optional<Condition> failure,
    Duration interval,
    Duration deadline) {

  static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);
  static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(10);

  static Optional<Following> of(Parameters parameters) {
    if (!parameters.has("until")) {
      return Optional.empty();
    }
    Parameters describe = new Parameters(parameters.object("describe"));
    return Optional.of(
        new Following(
            parameters.has("describe") ? Optional.of(describe.text("action")) : Optional.empty(),
            describe.object("body"),
            Condition.of(parameters.object("until")),
            parameters.has("failedWhen")
                ? Optional.of(Condition.of(parameters.object("failedWhen")))
                : Optional.empty(),
            parameters.duration("interval", DEFAULT_INTERVAL),
            parameters.duration("deadline", DEFAULT_DEADLINE)));
  }

  /** The request that looks how the work is doing. */
  CloudRequest look(CloudRequest first, Map<String, Object> extracted) {
    return describe.isEmpty()
        ? first
        : first.look(describe.get(), new Filling(extracted).object(describing));
  }

  boolean hasFailed(Map<String, Object> response) {
    return failure.isPresent() && failure.get().holds(response);
  }
}
