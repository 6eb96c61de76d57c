package org.standardops.persistence.internal.task;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.model.TaskId;
import org.standardops.persistence.internal.database.Database;
import org.standardops.services.port.AtomUses;

/** Reads what the engine writes with each task: the versions of atoms that it may still call. */
@Component
public final class JdbcAtomUses implements AtomUses {

  private final Database database;

  @Activate
  public JdbcAtomUses(@Reference Database database) {
    this.database = database;
  }

  @Override
  public Uses tasks(Collection<String> codes, String version, int first) {
    if (codes.isEmpty()) {
      return Uses.NONE;
    }
    String of =
        " FROM task_atom a WHERE a.code IN ("
            + String.join(", ", Collections.nCopies(codes.size(), "?"))
            + ") AND a.version = ?";
    return database.in(
        connection ->
            new Uses(
                count(connection, "SELECT COUNT(DISTINCT a.task)" + of, codes, version),
                named(
                    connection,
                    "SELECT t.id, t.business FROM task t WHERE t.id IN (SELECT a.task"
                        + of
                        + ") ORDER BY t.id FETCH FIRST "
                        + first
                        + " ROWS ONLY",
                    codes,
                    version)));
  }

  private static long count(
      Connection connection, String sql, Collection<String> codes, String version)
      throws SQLException {
    try (PreparedStatement select = prepared(connection, sql, codes, version);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<Use> named(
      Connection connection, String sql, Collection<String> codes, String version)
      throws SQLException {
    List<Use> uses = new ArrayList<>();
    try (PreparedStatement select = prepared(connection, sql, codes, version);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        uses.add(new Use(new TaskId(row.getLong(1)).toString(), new BusinessId(row.getString(2))));
      }
    }
    return uses;
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, Collection<String> codes, String version)
      throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql);
    int index = 1;
    for (String code : codes) {
      select.setString(index++, code);
    }
    select.setString(index, version);
    return select;
  }
}
