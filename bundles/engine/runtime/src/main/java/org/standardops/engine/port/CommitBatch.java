package org.standardops.engine.port;

import java.util.List;
import java.util.Map;
import org.standardops.model.task.Notice;

/**
 * What one transaction writes.
 *
 * @param epochs of the shards concerned; each must still be the one in the database
 * @param notices for people, which are sent after the commit, by whoever reads the outbox
 * @param audits what people did to cause it
 */
public record CommitBatch(
    Map<Integer, Long> epochs,
    List<JournalRow> rows,
    List<TaskRow> tasks,
    List<CallbackKey> callbacks,
    List<Notice> notices,
    List<AuditRecord> audits) {

  public CommitBatch {
    epochs = Map.copyOf(epochs);
    rows = List.copyOf(rows);
    tasks = List.copyOf(tasks);
    callbacks = List.copyOf(callbacks);
    notices = List.copyOf(notices);
    audits = List.copyOf(audits);
  }

  /** Without notices and audit records. */
  public CommitBatch(
      Map<Integer, Long> epochs,
      List<JournalRow> rows,
      List<TaskRow> tasks,
      List<CallbackKey> callbacks) {
    this(epochs, rows, tasks, callbacks, List.of(), List.of());
  }

  /**
   * A callback key given out for a wait.
   *
   * @param keyHash SHA-256 of the key; the key itself is kept nowhere
   */
  public record CallbackKey(
      byte[] keyHash, org.standardops.model.TaskId task, String node, int attempt) {}
}
