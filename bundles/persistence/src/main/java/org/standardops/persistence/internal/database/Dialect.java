package org.standardops.persistence.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What differs between the databases that the server runs on. */
public enum Dialect {
  DERBY("VARCHAR($1) FOR BIT DATA", "BLOB(1G)") {
    /**
     * Kept in the database. Locks never grow to whole tables under a large batch; a deadlock ends
     * in a second instead of twenty.
     */
    @Override
    List<String> settings() {
      return List.of(
          set("derby.storage.pageSize", "16384"),
          set("derby.locks.escalationThreshold", "100000"),
          set("derby.locks.deadlockTimeout", "1"),
          set("derby.locks.waitTimeout", "10"));
    }

    private String set(String key, String value) {
      return "CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('" + key + "', '" + value + "')";
    }
  },
  POSTGRESQL("bytea", "bytea") {
    @Override
    List<String> settings() {
      return List.of();
    }
  };

  private final String bytesType;
  private final String blobType;

  Dialect(String bytesType, String blobType) {
    this.bytesType = bytesType;
    this.blobType = blobType;
  }

  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "Apache Derby" -> DERBY;
      case "PostgreSQL" -> POSTGRESQL;
      default ->
          throw new IllegalStateException(
              "The data source 'standardops' leads to "
                  + product
                  + "; only Apache Derby and PostgreSQL are supported.");
    };
  }

  /** Statements for each start, before any table is made. */
  abstract List<String> settings();

  /** A statement of a migration, with {@code BYTES(n)} and {@code BLOB} as this database says. */
  String translate(String sql) {
    return sql.replaceAll("\\bBLOB\\b", blobType).replaceAll("\\bBYTES\\((\\d+)\\)", bytesType);
  }

  void apply(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String setting : settings()) {
        statement.execute(setting);
      }
    }
  }
}
