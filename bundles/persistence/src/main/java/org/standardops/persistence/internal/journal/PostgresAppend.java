package org.standardops.persistence.internal.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.standardops.engine.port.JournalRow;

/**
 * Fence and rows in one statement: it takes a share lock on each shard's row, which a take-over
 * waits for, and inserts only if all of them have the epoch that this server knows.
 */
final class PostgresAppend implements FencedAppend {

  /** In the order of ids, as a take-over does, so that the two never wait for each other. */
  private static final String FENCE =
      "WITH held AS MATERIALIZED (SELECT s.id FROM shard s"
          + " JOIN unnest(?::int[], ?::bigint[]) AS e (id, epoch)"
          + " ON s.id = e.id AND s.epoch = e.epoch ORDER BY s.id FOR SHARE OF s)";

  private static final String APPEND =
      FENCE
          + ", fence AS (SELECT 1 FROM held HAVING count(*) = ?)"
          + " INSERT INTO journal (task, seq, ts, kind, ver, data) SELECT v.* FROM fence,"
          + " unnest(?::bigint[], ?::int[], ?::bigint[], ?::smallint[], ?::smallint[], ?::bytea[])"
          + " AS v";

  private final Connection connection;
  private final PreparedStatement fence;
  private final PreparedStatement append;

  PostgresAppend(Connection connection) throws SQLException {
    this.connection = connection;
    fence = connection.prepareStatement(FENCE + " SELECT count(*) FROM held");
    append = connection.prepareStatement(APPEND);
  }

  @Override
  public boolean isAtomic() {
    return true;
  }

  @Override
  public boolean append(Map<Integer, Long> epochs, List<JournalRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return holds(epochs);
    }
    setEpochs(append, epochs);
    append.setInt(3, epochs.size());
    append.setArray(4, array("int8", rows, row -> row.task().value()));
    append.setArray(5, array("int4", rows, JournalRow::seq));
    append.setArray(6, array("int8", rows, JournalRow::at));
    append.setArray(7, array("int2", rows, JournalRow::kind));
    append.setArray(8, array("int2", rows, JournalRow::version));
    append.setArray(
        9,
        connection.createArrayOf(
            "bytea", rows.stream().map(JournalRow::data).toArray(byte[][]::new)));
    return append.executeUpdate() == rows.size();
  }

  private boolean holds(Map<Integer, Long> epochs) throws SQLException {
    setEpochs(fence, epochs);
    try (ResultSet count = fence.executeQuery()) {
      return count.next() && count.getInt(1) == epochs.size();
    }
  }

  private void setEpochs(PreparedStatement statement, Map<Integer, Long> epochs)
      throws SQLException {
    List<Map.Entry<Integer, Long>> shards = List.copyOf(epochs.entrySet());
    statement.setArray(1, array("int4", shards, Map.Entry::getKey));
    statement.setArray(2, array("int8", shards, Map.Entry::getValue));
  }

  private <T> java.sql.Array array(String type, List<T> rows, Function<T, Object> column)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(column).toArray());
  }
}
