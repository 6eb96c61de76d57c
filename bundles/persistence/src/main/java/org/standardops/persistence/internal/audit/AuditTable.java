package org.standardops.persistence.internal.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.standardops.engine.port.AuditRecord;
import org.standardops.model.BusinessId;
import org.standardops.persistence.internal.database.Micros;

/** The table of audit records: they are added and read, never changed, as its triggers see to. */
public final class AuditTable {

  static final String COLUMNS =
      "id, ts, who, as_role, address, operation, resource, business, outcome, state_before,"
          + " state_after";

  private final PreparedStatement insert;

  /** Prepared once for a connection, which stays the caller's. */
  public AuditTable(Connection connection) throws SQLException {
    insert =
        connection.prepareStatement(
            "INSERT INTO audit (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  }

  /** In the caller's transaction. */
  public void write(List<AuditRecord> records) throws SQLException {
    if (records.isEmpty()) {
      return;
    }
    for (AuditRecord record : records) {
      insert.setString(1, record.id());
      insert.setLong(2, Micros.of(record.at()));
      insert.setString(3, record.who());
      insert.setString(4, record.role());
      insert.setString(5, record.address());
      insert.setString(6, record.operation());
      insert.setString(7, record.resource());
      insert.setString(8, record.business().map(BusinessId::value).orElse(""));
      insert.setString(9, record.outcome().name());
      insert.setBytes(10, bytes(record.before()));
      insert.setBytes(11, bytes(record.after()));
      insert.addBatch();
    }
    insert.executeBatch();
  }

  private static byte[] bytes(Optional<String> json) {
    return json.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null);
  }

  static AuditRecord read(ResultSet row) throws SQLException {
    return new AuditRecord(
        row.getString("id"),
        Micros.toInstant(row.getLong("ts")),
        row.getString("who"),
        row.getString("as_role"),
        row.getString("address"),
        row.getString("operation"),
        row.getString("resource"),
        Optional.of(row.getString("business"))
            .filter(business -> !business.isEmpty())
            .map(BusinessId::new),
        AuditRecord.Outcome.valueOf(row.getString("outcome")),
        text(row.getBytes("state_before")),
        text(row.getBytes("state_after")));
  }

  private static Optional<String> text(byte[] bytes) {
    return Optional.ofNullable(bytes).map(json -> new String(json, StandardCharsets.UTF_8));
  }
}
