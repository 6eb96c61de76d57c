package org.standardops.engine.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.TaskId;

/**
 * Where tasks are kept. The journal is the truth; task rows are derived from it and written in the
 * same transaction. {@link #commit} is called by one thread at a time and uses a connection of its
 * own; the reads may be called by any thread and commit at once. Every method may throw {@link
 * StoreUnavailableException}.
 */
public interface JournalStore {

  /**
   * Takes every shard over: raises its epoch, so that a server that held it before can write no
   * more.
   *
   * @param owner names this server, for people
   * @return epoch by shard, 0 to 255
   */
  Map<Integer, Long> takeOver(String owner);

  /**
   * Writes all of the batch or nothing, durably, under the shards' epochs.
   *
   * @throws FencedException another server took one of the shards over; nothing was written
   * @throws CommitUnknownException the connection broke in COMMIT: it may or may not be written
   * @throws RejectedException the database refuses this data; nothing was written
   * @throws StoreUnavailableException surely nothing was written
   */
  void commit(CommitBatch batch);

  /**
   * True where this journal row is there: tells how an unknown commit ended. Also checks the
   * shard's epoch.
   */
  boolean isCommitted(TaskId task, int seq, int shard, long epoch);

  /**
   * A task's rows in order.
   *
   * @param afterSeq 0 for all
   */
  List<JournalRow> read(TaskId task, int afterSeq, int limit);

  /** Rows of many tasks that follow their snapshots, by task; with one read for many tasks. */
  Map<TaskId, StoredTask> load(Collection<TaskId> tasks);

  /** Tasks of one heat, by id. */
  List<TaskId> of(Heat heat, Optional<TaskId> after, int limit);

  /**
   * Tasks out of memory whose due time has come or comes before the given instant, soonest first.
   */
  List<TaskId> due(Instant before, int limit);

  /** The task and node that a callback key, known by its SHA-256, was given out for. */
  Optional<CallbackTarget> findCallback(byte[] keyHash);

  /** Which wait a callback answers. */
  record CallbackTarget(TaskId task, String node, int attempt) {}

  /**
   * What is stored of a task.
   *
   * @param heat as its row says
   * @param snapshot a cache of the state at {@code snapshotSeq}; empty: fold from the first row
   */
  record StoredTask(Heat heat, Optional<byte[]> snapshot, int snapshotSeq, List<JournalRow> rows) {}
}
