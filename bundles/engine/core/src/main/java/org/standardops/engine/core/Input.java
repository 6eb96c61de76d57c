package org.standardops.engine.core;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.standardops.model.task.AtomRef;

/** What reaches a task's mailbox. */
public sealed interface Input {

  /** A person asks. */
  record Given(Command command, String by) implements Input {}

  /**
   * A thread took the call. One of class UNKNOWN that acts may go on only when this is decided, not
   * rejected, and committed; of the others it only tells.
   */
  record CallBegins(String node, int call, RecoveryClass recovery) implements Input {}

  /**
   * A call came back.
   *
   * @param intent that the call was made for
   */
  record CallEnded(String node, int call, int intent, RecoveryClass recovery, Result result)
      implements Input {}

  /** The atom knows its handle before its answer is complete. */
  record HandleKnown(String node, int call, int intent, Map<String, Object> handle)
      implements Input {}

  /** The atom keeps how far it has come, for its next calls and attempts. */
  record CheckpointReached(String node, int call, Map<String, Object> checkpoint)
      implements Input {}

  /**
   * The outside answered.
   *
   * @param body a JSON value, alone in a list
   */
  record CallbackArrived(String node, int attempt, List<Object> body) implements Input {}

  /** Something may be due. */
  record TimePassed() implements Input {}

  /** These versions are there now. */
  record AtomsArrived(Set<AtomRef> atoms) implements Input {
    public AtomsArrived {
      atoms = Set.copyOf(atoms);
    }
  }

  /** There is room again: what the task was to call and has not is to be called now. */
  record Admitted() implements Input {}

  /** The engine that ran the task before is gone, and with it every call that was under way. */
  record Recovered() implements Input {}
}
