package org.standardops.persistence.internal.task;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskPlan.Origin;
import org.standardops.model.task.TaskStatus;
import org.standardops.persistence.internal.database.Cursors;
import org.standardops.persistence.internal.database.Cursors.Position;
import org.standardops.persistence.internal.database.Database;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.TaskSummaries;

/** Lists of tasks, from the rows that the journal's writer keeps. */
@Component
public final class JdbcTaskSummaries implements TaskSummaries {

  /** Of a summary, as {@link #summaries} reads them. */
  public static final String COLUMNS =
      "id, task_name, status, overdue, process, process_name, revision, business, origin,"
          + " origin_id, created_by, created_at, start_at, started_at, ended_at";

  private final Database database;

  @Activate
  public JdbcTaskSummaries(@Reference Database database) {
    this.database = database;
  }

  @Override
  public Page<Summary> list(Filter filter, Page.Request page) {
    List<Conditions> parts = Conditions.of(filter, Cursors.position(page).order());
    List<Summary> rows =
        database.in(
            connection -> {
              List<Summary> found = new ArrayList<>();
              for (Conditions part : parts) {
                found.addAll(newest(connection, part, page.limit() + 1));
              }
              return found;
            });
    List<Summary> newest =
        rows.stream()
            .sorted(Comparator.comparing(Summary::id).reversed())
            .limit(page.limit() + 1L)
            .toList();
    return Cursors.page(page, newest, last -> new Position(last.id().value(), ""));
  }

  private static List<Summary> newest(Connection connection, Conditions part, int limit)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT " + COLUMNS + part.sql() + " FETCH FIRST " + limit + " ROWS ONLY")) {
      part.set(select);
      return summaries(select);
    }
  }

  /** All that a query for {@link #COLUMNS} finds. */
  public static List<Summary> summaries(PreparedStatement select) throws SQLException {
    List<Summary> summaries = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        summaries.add(summary(row));
      }
    }
    return summaries;
  }

  private static Summary summary(ResultSet row) throws SQLException {
    return new Summary(
        new TaskId(row.getLong("id")),
        row.getString("task_name"),
        TaskStatus.valueOf(row.getString("status")),
        row.getShort("overdue") != 0,
        new ProcessId(row.getString("process")),
        row.getString("process_name"),
        row.getInt("revision"),
        new BusinessId(row.getString("business")),
        new Origin(
            Origin.Kind.valueOf(row.getString("origin")),
            Optional.ofNullable(row.getString("origin_id"))),
        row.getString("created_by"),
        Micros.toInstant(row.getLong("created_at")),
        Micros.get(row, "start_at"),
        Micros.get(row, "started_at"),
        Micros.get(row, "ended_at"));
  }

  @Override
  public boolean existsOf(ProcessId process) {
    return database.in(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT id FROM task WHERE process = ? FETCH FIRST 1 ROWS ONLY")) {
            select.setString(1, process.value());
            try (ResultSet row = select.executeQuery()) {
              return row.next();
            }
          }
        });
  }
}
