package org.standardops.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.model.TaskId;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;

/**
 * A task as lists and the recovery see it; written only when one of these changes.
 *
 * @param seq of the last journal row when this was written
 * @param created the plan, for a new row; empty for a change of one that is there
 * @param name the task's name, which an edit may change
 * @param nextDue when a PARKED or AWAITING_ATOM task must be woken; empty: by an input only
 * @param startAt when it is, or was, to start by itself
 * @param snapshot the encoded state at {@code seq}, for a task that leaves memory; empty: keep what
 *     is stored
 * @param atoms versions of atoms that nodes not yet done may still call; empty for a final task
 */
public record TaskRow(
    TaskId task,
    int seq,
    Optional<TaskPlan> created,
    String name,
    TaskStatus status,
    boolean overdue,
    Heat heat,
    Optional<Instant> nextDue,
    Optional<Instant> startAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<byte[]> snapshot,
    List<AtomRef> atoms) {

  public TaskRow {
    atoms = List.copyOf(atoms);
  }

  /** Where a task is kept. */
  public enum Heat {
    /** In memory; folded again after a start. */
    HOT,
    /** Only waits: out of memory until an input or its due time. */
    PARKED,
    FINAL,
    /** Could go on, but memory is full: waits for its turn, in the order of ids. */
    QUEUED,
    /** Waits for a version of an atom that is not there; may be due, too. */
    AWAITING_ATOM
  }
}
