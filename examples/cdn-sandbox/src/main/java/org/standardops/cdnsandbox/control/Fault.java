package org.standardops.cdnsandbox.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * What shall go wrong with the next calls of an action.
 *
 * @param action the action's name, or * for any
 * @param times how many calls it meets; 1 when left out
 * @param effect what the caller sees
 * @param worksFirst whether the call is carried out before its answer goes wrong; false when left
 *     out
 * @param code of an ERROR; InternalError when left out
 * @param message of an ERROR
 * @param status of a STATUS; 500 when left out
 */
public record Fault(
    @JsonProperty(required = true) String action,
    Integer times,
    @JsonProperty(required = true) Effect effect,
    Boolean worksFirst,
    String code,
    String message,
    Integer status) {
  private static final List<String> ACTIONS =
      List.of(
          "*",
          "PushUrlsCache",
          "PurgeUrlsCache",
          "DescribePushTasks",
          "DescribePurgeTasks",
          "DescribeDomainsConfig");

  /** What the caller sees. */
  public enum Effect {
    /** The API answers an error. */
    ERROR,
    /** Another HTTP status, with a body that is not JSON. */
    STATUS,
    /** The connection ends without an answer. */
    DROP,
    /** Silence until the held calls are released; then the answer, or none if no work was done. */
    HOLD
  }

  public Fault {
    if (!ACTIONS.contains(action)) {
      throw new IllegalArgumentException("action must be one of " + ACTIONS + ", not " + action);
    }
    Objects.requireNonNull(effect, "effect must be ERROR, STATUS, DROP or HOLD");
    times = Objects.requireNonNullElse(times, 1);
    worksFirst = Objects.requireNonNullElse(worksFirst, false);
    code = Objects.requireNonNullElse(code, "InternalError");
    message = Objects.requireNonNullElse(message, "A fault was asked for.");
    status = Objects.requireNonNullElse(status, 500);
    if (times < 1 || status < 200 || status > 599) {
      throw new IllegalArgumentException("times must be at least 1, status from 200 to 599");
    }
  }

  boolean meets(String name) {
    return action.equals("*") || action.equals(name);
  }

  Fault once() {
    return new Fault(action, times - 1, effect, worksFirst, code, message, status);
  }
}
