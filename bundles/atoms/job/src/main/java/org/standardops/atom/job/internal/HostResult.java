package org.standardops.atom.job.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What came of the work at one host.
 *
 * @param exitCode present where the script told one
 * @param output the end of what it printed; may be empty
 * @param reason for people, where the state alone does not say it; may be empty
 */
record HostResult(String host, State state, OptionalInt exitCode, String output, String reason) {

  /** The name is told to programs. */
  enum State {
    SUCCEEDED,
    /** Ended with another exit code than 0, or could not be done. */
    FAILED,
    /** Ended because its time was over. */
    TIMED_OUT,
    /** Ended without an exit code: it was killed, or the host was started anew. */
    BROKEN_OFF,
    /** Surely never begun. */
    NOT_STARTED,
    /** It may have begun, and may go on: nobody can tell. */
    UNKNOWN
  }

  static HostResult of(String host, State state, String reason) {
    return new HostResult(host, state, OptionalInt.empty(), "", reason);
  }

  boolean succeeded() {
    return state == State.SUCCEEDED;
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("host", host);
    json.put("state", state.name());
    exitCode.ifPresent(code -> json.put("exitCode", code));
    if (!output.isEmpty()) {
      json.put("output", output);
    }
    if (!reason.isEmpty()) {
      json.put("reason", reason);
    }
    return json;
  }

  static HostResult of(Map<?, ?> json) {
    return new HostResult(
        String.valueOf(json.get("host")),
        State.valueOf(String.valueOf(json.get("state"))),
        json.get("exitCode") instanceof Number code
            ? OptionalInt.of(code.intValue())
            : OptionalInt.empty(),
        json.get("output") instanceof String text ? text : "",
        json.get("reason") instanceof String text ? text : "");
  }

  /** For people. */
  String told() {
    String text =
        switch (state) {
          case SUCCEEDED -> "succeeded";
          case FAILED -> exitCode.isPresent() ? "exit code " + exitCode.getAsInt() : "failed";
          case TIMED_OUT -> "time limit passed";
          case BROKEN_OFF -> "ended without an exit code";
          case NOT_STARTED -> "not started";
          case UNKNOWN -> "result unknown";
        };
    return reason.isEmpty() ? text : text + ": " + reason;
  }
}
