package org.standardops.rest.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.standardops.engine.TaskEvent;

/** An event as it is answered; what it does not say is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EventBody(
    int seq,
    Instant at,
    TaskEvent.Kind kind,
    Optional<String> step,
    Optional<String> node,
    OptionalInt element,
    OptionalInt attempt,
    Optional<String> state,
    Optional<String> by,
    OptionalDouble progress) {

  static EventBody of(TaskEvent event) {
    return new EventBody(
        event.seq(),
        event.at(),
        event.kind(),
        event.step(),
        event.node(),
        event.element(),
        event.attempt(),
        event.state(),
        event.by(),
        event.progress());
  }
}
