package org.standardops.engine.port;

import java.util.List;
import java.util.Map;

/**
 * What one transaction writes.
 *
 * @param epochs of the shards concerned; each must still be the one in the database
 * @param audits what people did to cause it
 */
public record CommitBatch(
    Map<Integer, Long> epochs,
    List<JournalRow> rows,
    List<TaskRow> tasks,
    List<CallbackKey> callbacks,
    List<AuditRecord> audits) {

  public CommitBatch {
    epochs = Map.copyOf(epochs);
    rows = List.copyOf(rows);
    tasks = List.copyOf(tasks);
    callbacks = List.copyOf(callbacks);
    audits = List.copyOf(audits);
  }

  /** Without audit records. */
  public CommitBatch(
      Map<Integer, Long> epochs,
      List<JournalRow> rows,
      List<TaskRow> tasks,
      List<CallbackKey> callbacks) {
    this(epochs, rows, tasks, callbacks, List.of());
  }

  /**
   * A callback key given out for a wait.
   *
   * @param keyHash SHA-256 of the key; the key itself is kept nowhere
   */
  public record CallbackKey(
      byte[] keyHash, org.standardops.model.TaskId task, String node, int attempt) {}
}
