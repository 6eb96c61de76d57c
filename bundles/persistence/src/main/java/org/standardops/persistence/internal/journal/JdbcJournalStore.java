package org.standardops.persistence.internal.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.port.CommitBatch;
import org.standardops.engine.port.CommitBatch.CallbackKey;
import org.standardops.engine.port.FencedException;
import org.standardops.engine.port.JournalRow;
import org.standardops.engine.port.JournalStore;
import org.standardops.engine.port.TaskRow;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.TaskId;
import org.standardops.model.task.Notice;
import org.standardops.persistence.internal.database.Database;
import org.standardops.persistence.internal.database.Dialect;
import org.standardops.persistence.internal.database.Micros;

/** Where tasks are kept, by plain JDBC: this is the hot path. */
@Component
public final class JdbcJournalStore implements JournalStore {

  private final Database database;
  private final JournalReader reader;
  private Optional<JournalWriter> writer = Optional.empty();

  @Activate
  public JdbcJournalStore(@Reference Database database) {
    this.database = database;
    this.reader = new JournalReader(database);
  }

  @Deactivate
  public synchronized void close() {
    writer.ifPresent(JournalWriter::close);
    writer = Optional.empty();
  }

  /** Locks in the order of ids, as a commit does: so the two never wait for each other. */
  @Override
  public Map<Integer, Long> takeOver(String owner) {
    return database.in(
        connection -> {
          Map<Integer, Long> epochs = new HashMap<>();
          try (PreparedStatement raise =
                  connection.prepareStatement(
                      "UPDATE shard SET epoch = epoch + 1, owner = ? WHERE id = ?");
              PreparedStatement select =
                  connection.prepareStatement("SELECT id, epoch FROM shard")) {
            for (int shard = 0; shard < 256; shard++) {
              raise.setString(1, owner);
              raise.setInt(2, shard);
              raise.addBatch();
            }
            raise.executeBatch();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                epochs.put(rows.getInt(1), rows.getLong(2));
              }
            }
          }
          return epochs;
        });
  }

  @Override
  public synchronized void commit(CommitBatch batch) {
    requireFenced(batch);
    boolean written = false;
    try {
      openWriter().write(batch);
      written = true;
    } finally {
      if (!written) {
        close();
      }
    }
  }

  private JournalWriter openWriter() {
    if (writer.isEmpty()) {
      Dialect dialect = database.ready();
      writer = Optional.of(JournalWriter.open(database.connect(), dialect));
    }
    return writer.get();
  }

  /** A row outside the fence would be the one write that nothing guards. */
  private static void requireFenced(CommitBatch batch) {
    Stream<TaskId> written =
        Stream.of(
                batch.rows().stream().map(JournalRow::task),
                batch.tasks().stream().map(TaskRow::task),
                batch.callbacks().stream().map(CallbackKey::task),
                batch.notices().stream().map(Notice::task))
            .flatMap(tasks -> tasks);
    boolean fenced = written.allMatch(task -> batch.epochs().containsKey(task.shard()));
    if (!fenced || batch.epochs().isEmpty()) {
      throw new IllegalArgumentException(
          "A batch needs the epoch of each shard that it writes to, and at least one.");
    }
  }

  /**
   * Locks the shard's row as a take-over does. So a transaction of the lost connection that is
   * still under way at the server ends first.
   */
  @Override
  public boolean isCommitted(TaskId task, int seq, int shard, long epoch) {
    return database.in(
        connection -> {
          try (PreparedStatement lock =
                  connection.prepareStatement(
                      "UPDATE shard SET epoch = epoch WHERE id = ? AND epoch = ?");
              PreparedStatement select =
                  connection.prepareStatement("SELECT 1 FROM journal WHERE task = ? AND seq = ?")) {
            lock.setInt(1, shard);
            lock.setLong(2, epoch);
            if (lock.executeUpdate() == 0) {
              throw new FencedException(
                  "Another server took over shard " + shard + ".",
                  new IllegalStateException("epoch " + epoch + " is over"));
            }
            select.setLong(1, task.value());
            select.setInt(2, seq);
            try (ResultSet row = select.executeQuery()) {
              return row.next();
            }
          }
        });
  }

  @Override
  public List<JournalRow> read(TaskId task, int afterSeq, int limit) {
    return reader.read(task, afterSeq, limit);
  }

  @Override
  public Map<TaskId, StoredTask> load(Collection<TaskId> tasks) {
    return reader.load(tasks);
  }

  @Override
  public List<TaskId> of(Heat heat, Optional<TaskId> after, int limit) {
    // One that waits for an atom may be due as well, so that its index is read with a sort.
    String due = heat == Heat.AWAITING_ATOM ? "" : " AND next_due = " + TaskTable.NEVER;
    return database.in(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT id FROM task WHERE heat = ?"
                      + due
                      + " AND id > ? ORDER BY id FETCH FIRST ? ROWS ONLY")) {
            select.setShort(1, TaskTable.heatNumber(heat));
            select.setLong(2, after.map(TaskId::value).orElse(0L));
            select.setInt(3, limit);
            return ids(select);
          }
        });
  }

  @Override
  public List<TaskId> due(Instant before, int limit) {
    return database.in(
        connection -> {
          List<TaskId> due = new ArrayList<>(due(connection, Heat.PARKED, before, limit));
          due.addAll(due(connection, Heat.AWAITING_ATOM, before, limit));
          return due;
        });
  }

  private static List<TaskId> due(Connection connection, Heat heat, Instant before, int limit)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id FROM task WHERE heat = ? AND next_due < ?"
                + " ORDER BY next_due, id FETCH FIRST ? ROWS ONLY")) {
      select.setShort(1, TaskTable.heatNumber(heat));
      select.setLong(2, Micros.of(before));
      select.setInt(3, limit);
      return ids(select);
    }
  }

  private static List<TaskId> ids(PreparedStatement select) throws SQLException {
    List<TaskId> ids = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        ids.add(new TaskId(rows.getLong(1)));
      }
    }
    return ids;
  }

  @Override
  public Optional<CallbackTarget> findCallback(byte[] keyHash) {
    return database.in(connection -> CallbackTable.find(connection, keyHash));
  }
}
