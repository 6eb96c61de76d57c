package org.standardops.engine.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.JsonValues;

/**
 * What the engine itself needs to know of a node to go on with it.
 *
 * @param intent number of the intent that the idempotency key belongs to
 * @param intentSince when its first attempt began: no call for it reached the outside before
 * @param maybeTouched true where the last call of this intent may have changed the outside: the
 *     next attempt belongs to the same intent
 * @param lastCall the highest call number given out
 * @param retries automatic retries since a person last stepped in
 * @param handle what the atom wants to be given back; empty before it said so
 * @param deadline when the attempt times out, counted from its first call
 * @param recovery of the attempt's calls, as far as it is known
 * @param answer of the outside or a person, for the current attempt
 * @param variables as they were when the attempt began; empty: unchanged since
 * @param requestedBy the person who asked for the next attempt
 * @param lateAnswers how many were journalled
 * @param condition what the node's condition came to; empty: not yet, or it has none
 * @param checkpoint what the atom keeps over attempts; empty: nothing
 */
public record NodeRun(
    int intent,
    Optional<Instant> intentSince,
    boolean maybeTouched,
    int lastCall,
    int retries,
    Optional<OpenCall> open,
    Optional<Map<String, Object>> handle,
    Optional<Instant> deadline,
    Optional<RecoveryClass> recovery,
    Optional<Ending> ending,
    Optional<Answer> answer,
    Optional<Question> question,
    Optional<Map<String, Object>> variables,
    Optional<String> requestedBy,
    int lateAnswers,
    Optional<Boolean> condition,
    Optional<Map<String, Object>> checkpoint) {

  /** Before the first attempt. */
  public static final NodeRun NEW = after(0, 0);

  /** Of an element: numbers go on after those given out before, so that none is used again. */
  static NodeRun after(int intent, int lastCall) {
    return new NodeRun(
        intent,
        Optional.empty(),
        false,
        lastCall,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty());
  }

  public NodeRun {
    condition = condition == null ? Optional.empty() : condition; // older snapshots have none
    handle = handle.map(JsonValues::object);
    variables = variables.map(JsonValues::object);
    checkpoint = checkpoint.map(JsonValues::object);
  }

  /** True where this call or wait is the open one. */
  boolean isOpen(int call) {
    return open.isPresent() && open.get().number() == call;
  }

  /**
   * What a wait was answered with.
   *
   * @param body of a callback; JSON null where a person answered
   * @param approved by a person; empty for a callback
   */
  public record Answer(List<Object> body, Optional<Boolean> approved, String by, String comment) {
    public Answer {
      body = JsonValues.list(body);
    }

    static Answer callback(Object body) {
      return new Answer(java.util.Collections.singletonList(body), Optional.empty(), "", "");
    }

    static Answer person(boolean approved, String by, String comment) {
      return new Answer(List.of(), Optional.of(approved), by, comment);
    }
  }

  /**
   * What a person is asked.
   *
   * @param people who may answer; empty: whoever may operate the task
   * @param until when the attempt fails without an answer; empty: never
   */
  public record Question(String text, List<String> people, Optional<Instant> until) {
    public Question {
      people = List.copyOf(people);
    }
  }
}
