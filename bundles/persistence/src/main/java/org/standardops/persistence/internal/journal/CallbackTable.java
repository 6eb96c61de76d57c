package org.standardops.persistence.internal.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.standardops.engine.port.CommitBatch.CallbackKey;
import org.standardops.engine.port.JournalStore.CallbackTarget;
import org.standardops.model.TaskId;

/** Keys given out for callbacks; kept as long as their task, so that a late one can be told so. */
final class CallbackTable {

  private final PreparedStatement insert;

  CallbackTable(Connection connection) throws SQLException {
    insert =
        connection.prepareStatement(
            "INSERT INTO callback_key (hash, task, node, attempt) VALUES (?, ?, ?, ?)");
  }

  void write(List<CallbackKey> keys) throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    for (CallbackKey key : keys) {
      insert.setString(1, HexFormat.of().formatHex(key.keyHash()));
      insert.setLong(2, key.task().value());
      insert.setString(3, key.node());
      insert.setInt(4, key.attempt());
      insert.addBatch();
    }
    insert.executeBatch();
  }

  static Optional<CallbackTarget> find(Connection connection, byte[] keyHash) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT task, node, attempt FROM callback_key WHERE hash = ?")) {
      select.setString(1, HexFormat.of().formatHex(keyHash));
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new CallbackTarget(new TaskId(row.getLong(1)), row.getString(2), row.getInt(3)))
            : Optional.empty();
      }
    }
  }
}
