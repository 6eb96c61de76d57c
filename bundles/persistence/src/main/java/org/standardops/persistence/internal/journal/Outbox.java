package org.standardops.persistence.internal.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.standardops.json.JsonCodec;
import org.standardops.model.task.Notice;
import org.standardops.persistence.internal.database.Micros;

/** Puts notices down with the change that they tell of; few batches have any. */
final class Outbox {

  private final JsonCodec json = new JsonCodec();
  private final PreparedStatement insert;

  Outbox(Connection connection) throws SQLException {
    insert =
        connection.prepareStatement(
            "INSERT INTO outbox (task, seq, why, noted_at, notice) VALUES (?, ?, ?, ?, ?)");
  }

  void write(List<Notice> notices) throws SQLException {
    if (notices.isEmpty()) {
      return;
    }
    for (Notice notice : notices) {
      insert.setLong(1, notice.task().value());
      insert.setInt(2, notice.seq());
      insert.setString(3, notice.why().name());
      insert.setLong(4, Micros.of(notice.at()));
      insert.setBytes(5, json.write(notice));
      insert.addBatch();
    }
    insert.executeBatch();
  }
}
