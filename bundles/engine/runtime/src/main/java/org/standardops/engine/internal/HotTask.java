package org.standardops.engine.internal;

import java.time.Instant;
import java.util.Optional;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.TaskRow;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.TaskId;

/**
 * A task in memory. All but the committed state belongs to the engine's thread; the committed state
 * may be read by any.
 */
final class HotTask {

  final TaskId id;

  /** With decisions that are not committed yet; what the engine decides on. */
  TaskState newest;

  private volatile Optional<TaskState> committed;

  /** Up to when due times have been seen to. */
  Instant seenUntil = Instant.MIN;

  /** What the task's row in the database says; empty: not known. */
  Optional<TaskRow> stored = Optional.empty();

  /** Where the database says it is; empty: it is not there yet. */
  Optional<Heat> heat = Optional.empty();

  long bytesSinceSnapshot;
  long snapshotBytes;

  /** A task that is being created. */
  HotTask(TaskState created) {
    this.id = created.plan().id();
    this.newest = created;
    this.committed = Optional.empty();
  }

  /** A task read back. */
  static HotTask readBack(TaskState state, Heat heat, long snapshotBytes, long bytesSince) {
    HotTask task = new HotTask(state);
    task.committed = Optional.of(state);
    task.heat = Optional.of(heat);
    task.snapshotBytes = snapshotBytes;
    task.bytesSinceSnapshot = bytesSince;
    return task;
  }

  Optional<TaskState> committed() {
    return committed;
  }

  void commit() {
    committed = Optional.of(newest);
  }

  void commit(TaskState state) {
    committed = Optional.of(state);
  }

  /**
   * Forgets what was not committed.
   *
   * @return false where nothing of the task was committed ever
   */
  boolean rollBack() {
    committed.ifPresent(state -> newest = state);
    return committed.isPresent();
  }

  boolean isQueued() {
    return heat.equals(Optional.of(Heat.QUEUED));
  }

  /** True where a snapshot pays: the rows since the last are more than twice its size. */
  boolean wantsSnapshot() {
    return bytesSinceSnapshot > Math.max(2 * snapshotBytes, 16 * 1024);
  }
}
