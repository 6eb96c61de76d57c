package org.standardops.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What readers of a task's event stream see.
 *
 * @param seq of the journal row; 0 for volatile events
 * @param lastOfSeq true for the last event of its journal row: only this one may be used to resume
 * @param element the element's number, from 0, of a node that runs for each of a list
 * @param state the new state's name
 * @param by the person who caused it
 * @param progress of PROGRESS events
 */
public record TaskEvent(
    int seq,
    boolean lastOfSeq,
    Instant at,
    Kind kind,
    Optional<String> step,
    Optional<String> node,
    OptionalInt element,
    OptionalInt attempt,
    Optional<String> state,
    Optional<String> by,
    OptionalDouble progress) {

  /** Of no element. */
  public TaskEvent(
      int seq,
      boolean lastOfSeq,
      Instant at,
      Kind kind,
      Optional<String> step,
      Optional<String> node,
      OptionalInt attempt,
      Optional<String> state,
      Optional<String> by,
      OptionalDouble progress) {
    this(seq, lastOfSeq, at, kind, step, node, OptionalInt.empty(), attempt, state, by, progress);
  }

  /** What kind of event it is; PROGRESS and LOG are volatile. */
  public enum Kind {
    TASK_STATE,
    STEP_STATE,
    NODE_STATE,
    ELEMENT_STATE,
    VARIABLES,
    PERSON,
    PROGRESS,
    LOG
  }
}
