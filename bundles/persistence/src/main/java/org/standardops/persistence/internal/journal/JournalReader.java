package org.standardops.persistence.internal.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.engine.port.JournalRow;
import org.standardops.engine.port.JournalStore.StoredTask;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.TaskId;
import org.standardops.persistence.internal.database.Database;

/** Reads the journal back. */
final class JournalReader {

  /** Ids in one statement; the last is repeated up to a power of two, so that few texts exist. */
  private static final int MAX_IDS = 256;

  private static final String COLUMNS = "j.task, j.seq, j.ts, j.kind, j.ver, j.data";

  /** Derby reads both tables whole unless it is told their keys; PostgreSQL reads a comment. */
  private static final String FOLLOWING_SNAPSHOTS =
      "SELECT "
          + COLUMNS
          + " FROM task t --DERBY-PROPERTIES constraint=TASK_PK\n"
          + ", journal j --DERBY-PROPERTIES constraint=JOURNAL_PK\n"
          + " WHERE j.task = t.id AND j.seq > t.snapshot_seq AND t.id IN ";

  private final Database database;

  JournalReader(Database database) {
    this.database = database;
  }

  List<JournalRow> read(TaskId task, int afterSeq, int limit) {
    return database.in(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT "
                      + COLUMNS
                      + " FROM journal j WHERE j.task = ? AND j.seq > ?"
                      + " ORDER BY j.task, j.seq FETCH FIRST ? ROWS ONLY")) {
            select.setLong(1, task.value());
            select.setInt(2, afterSeq);
            select.setInt(3, limit);
            return rows(connection, select);
          }
        });
  }

  Map<TaskId, StoredTask> load(Collection<TaskId> tasks) {
    List<TaskId> ids = tasks.stream().distinct().toList();
    Map<TaskId, StoredTask> loaded = new LinkedHashMap<>();
    for (int from = 0; from < ids.size(); from += MAX_IDS) {
      List<TaskId> some = ids.subList(from, Math.min(ids.size(), from + MAX_IDS));
      loaded.putAll(database.in(connection -> load(connection, some)));
    }
    return loaded;
  }

  /** In one view of the database, so that rows begin where their snapshot ends. */
  private static Map<TaskId, StoredTask> load(Connection connection, List<TaskId> ids)
      throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    List<TaskId> padded = padded(ids);
    String in = "(" + String.join(", ", Collections.nCopies(padded.size(), "?")) + ")";
    Map<TaskId, List<JournalRow>> rows = new LinkedHashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(FOLLOWING_SNAPSHOTS + in + " ORDER BY j.task, j.seq")) {
      setIds(select, padded);
      for (JournalRow row : rows(connection, select)) {
        rows.computeIfAbsent(row.task(), id -> new ArrayList<>()).add(row);
      }
    }
    Map<TaskId, StoredTask> loaded = new LinkedHashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT t.id, t.snapshot_seq, t.snapshot, t.heat FROM task t WHERE t.id IN " + in)) {
      setIds(select, padded);
      try (ResultSet task = select.executeQuery()) {
        while (task.next()) {
          TaskId id = new TaskId(task.getLong(1));
          int snapshotSeq = task.getInt(2);
          Heat heat = TaskTable.heat(task.getShort(4));
          Optional<byte[]> snapshot = Optional.ofNullable(task.getBytes(3));
          List<JournalRow> after = rows.getOrDefault(id, List.of());
          loaded.put(id, new StoredTask(heat, snapshot, snapshotSeq, after));
        }
      }
    }
    return loaded;
  }

  private static List<TaskId> padded(List<TaskId> ids) {
    List<TaskId> padded = new ArrayList<>(ids);
    TaskId last = ids.get(ids.size() - 1);
    while (Integer.bitCount(padded.size()) != 1) {
      padded.add(last);
    }
    return padded;
  }

  private static void setIds(PreparedStatement select, List<TaskId> ids) throws SQLException {
    for (int i = 0; i < ids.size(); i++) {
      select.setLong(i + 1, ids.get(i).value());
    }
  }

  private static List<JournalRow> rows(Connection connection, PreparedStatement select)
      throws SQLException {
    List<JournalRow> read = new ArrayList<>();
    try (ResultSet rows = select.executeQuery();
        PreparedStatement selectLarge =
            connection.prepareStatement(
                "SELECT data FROM journal_large WHERE task = ? AND seq = ?")) {
      while (rows.next()) {
        TaskId task = new TaskId(rows.getLong(1));
        int seq = rows.getInt(2);
        byte[] inline = rows.getBytes(6);
        byte[] data = inline == null ? large(selectLarge, task, seq) : inline;
        read.add(
            new JournalRow(task, seq, rows.getLong(3), rows.getShort(4), rows.getShort(5), data));
      }
    }
    return read;
  }

  private static byte[] large(PreparedStatement select, TaskId task, int seq) throws SQLException {
    select.setLong(1, task.value());
    select.setInt(2, seq);
    try (ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException(
            "Event "
                + seq
                + " of task "
                + task
                + " has no data: the database was changed by hand.");
      }
      return row.getBytes(1);
    }
  }
}
