package org.standardops.persistence.internal.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.standardops.engine.port.JournalRow;

/**
 * Derby keeps other servers out by itself; what is left to guard against is an engine of this very
 * server that a newer one replaced. A take-over raises all epochs in one transaction, row by row
 * from the lowest shard on, so that one locked row holds it up and the others may simply be read.
 */
final class DerbyAppend implements FencedAppend {

  /** The longest VARCHAR FOR BIT DATA; longer events have a BLOB in a table of their own. */
  private static final int MAX_INLINE = 32_672;

  private final PreparedStatement guard;
  private final PreparedStatement epochs;
  private final PreparedStatement insert;
  private final PreparedStatement insertLarge;

  DerbyAppend(Connection connection) throws SQLException {
    guard =
        connection.prepareStatement("UPDATE shard SET epoch = epoch WHERE id = ? AND epoch = ?");
    epochs = connection.prepareStatement("SELECT id, epoch FROM shard");
    insert =
        connection.prepareStatement(
            "INSERT INTO journal (task, seq, ts, kind, ver, data) VALUES (?, ?, ?, ?, ?, ?)");
    insertLarge =
        connection.prepareStatement("INSERT INTO journal_large (task, seq, data) VALUES (?, ?, ?)");
  }

  @Override
  public boolean isAtomic() {
    return false;
  }

  @Override
  public boolean append(Map<Integer, Long> expected, List<JournalRow> rows) throws SQLException {
    if (!holds(expected)) {
      return false;
    }
    boolean anyLarge = false;
    for (JournalRow row : rows) {
      boolean large = row.data().length > MAX_INLINE;
      insert.setLong(1, row.task().value());
      insert.setInt(2, row.seq());
      insert.setLong(3, row.at());
      insert.setShort(4, row.kind());
      insert.setShort(5, row.version());
      if (large) {
        insert.setNull(6, Types.VARBINARY);
        addLarge(row);
        anyLarge = true;
      } else {
        insert.setBytes(6, row.data());
      }
      insert.addBatch();
    }
    insert.executeBatch();
    if (anyLarge) {
      insertLarge.executeBatch();
    }
    return true;
  }

  private void addLarge(JournalRow row) throws SQLException {
    insertLarge.setLong(1, row.task().value());
    insertLarge.setInt(2, row.seq());
    insertLarge.setBytes(3, row.data());
    insertLarge.addBatch();
  }

  private boolean holds(Map<Integer, Long> expected) throws SQLException {
    int lowest = Collections.min(expected.keySet());
    guard.setInt(1, lowest);
    guard.setLong(2, expected.get(lowest));
    if (guard.executeUpdate() == 0) {
      return false;
    }
    return expected.size() == 1 || stored().entrySet().containsAll(expected.entrySet());
  }

  private Map<Integer, Long> stored() throws SQLException {
    Map<Integer, Long> stored = new HashMap<>();
    try (ResultSet rows = epochs.executeQuery()) {
      while (rows.next()) {
        stored.put(rows.getInt(1), rows.getLong(2));
      }
    }
    return stored;
  }
}
