package org.standardops.persistence.internal.process;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.persistence.internal.database.Database;
import org.standardops.persistence.internal.database.Dialect;
import org.standardops.persistence.internal.database.SqlFailures;

/** Holds a process's row with others who do the same, against whoever would delete it. */
final class ProcessHold {

  private final Database database;

  ProcessHold(Database database) {
    this.database = database;
  }

  <T> T during(ProcessId id, Supplier<T> work) {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try {
        hold(connection, id);
        return work.get();
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw SqlFailures.translate(e);
    }
  }

  private void hold(Connection connection, ProcessId id) throws SQLException {
    String shared = database.ready() == Dialect.DERBY ? " WITH RS" : " FOR SHARE";
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id FROM process WHERE id = ?" + shared)) {
      select.setString(1, id.value());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw ProductException.notFound("The process " + id);
        }
      }
    }
  }
}
