package org.standardops.engine.core;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.JsonValues;
import org.standardops.model.task.NodeError;

/** What a call of an atom came to. */
public sealed interface Result {

  record Succeeded(Map<String, Object> outputs) implements Result {
    public Succeeded {
      outputs = JsonValues.object(outputs);
    }
  }

  record Failed(NodeError error, Touched touched, Map<String, Object> outputs) implements Result {
    public Failed {
      outputs = JsonValues.object(outputs);
    }
  }

  record Unknown(String reason) implements Result {}

  /**
   * The atom waits.
   *
   * @param timer true where nothing but time is waited for
   */
  record Poll(
      Duration after,
      Map<String, Object> handle,
      String detail,
      Map<String, Object> outputs,
      boolean timer)
      implements Result {
    public Poll {
      handle = JsonValues.object(handle);
      outputs = JsonValues.object(outputs);
    }

    public Poll(
        Duration after, Map<String, Object> handle, String detail, Map<String, Object> outputs) {
      this(after, handle, detail, outputs, false);
    }

    /** The same, for an atom that lets time pass. */
    public Poll asTimer() {
      return new Poll(after, handle, detail, outputs, true);
    }
  }

  record AwaitCallback(Map<String, Object> handle, Duration deadline, String detail)
      implements Result {
    public AwaitCallback {
      handle = JsonValues.object(handle);
    }
  }

  record AwaitPerson(
      Map<String, Object> handle, String question, List<String> people, Optional<Duration> deadline)
      implements Result {
    public AwaitPerson {
      handle = JsonValues.object(handle);
      people = List.copyOf(people);
    }

    public AwaitPerson(Map<String, Object> handle, String question, List<String> people) {
      this(handle, question, people, Optional.empty());
    }
  }

  /** The call was given up before it reached the atom. */
  record NotBegun() implements Result {}

  /** The atom's version is not there; the detail names what to install. */
  record AtomMissing(String detail) implements Result {}

  record Cancelled() implements Result {}

  record StillCancelling(Duration after) implements Result {}

  record CannotCancel(String reason) implements Result {}

  /** True for what a call can come to only after it reached the atom. */
  default boolean reachedTheAtom() {
    return !(this instanceof NotBegun || this instanceof AtomMissing);
  }
}
