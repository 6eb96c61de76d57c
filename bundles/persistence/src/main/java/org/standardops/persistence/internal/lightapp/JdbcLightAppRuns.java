package org.standardops.persistence.internal.lightapp;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.LightAppId;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.persistence.internal.database.Cursors;
import org.standardops.persistence.internal.database.Cursors.Position;
import org.standardops.persistence.internal.database.Database;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.persistence.internal.task.JdbcTaskSummaries;
import org.standardops.services.port.LightAppRuns;
import org.standardops.services.port.TaskSummaries.Summary;

/**
 * An app is held by one conditional update of its row: of two at once, the second finds the first.
 */
@Component
public final class JdbcLightAppRuns implements LightAppRuns {

  /** Stands for no task: ids are positive. */
  private static final long NONE = 0;

  private final Database database;

  @Activate
  public JdbcLightAppRuns(@Reference Database database) {
    this.database = database;
  }

  @Override
  public Optional<Run> begin(LightAppId app, Run run, boolean alone, Optional<TaskId> ended) {
    return database.in(
        connection -> {
          while (alone && !hold(connection, app, run, ended)) {
            Optional<Run> holder = holder(connection, app);
            if (holder.isPresent()) {
              return holder;
            }
          }
          note(connection, app, run);
          return Optional.empty();
        });
  }

  private static boolean hold(
      Connection connection, LightAppId app, Run run, Optional<TaskId> ended) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE light_app SET held_task = ?, held_by = ?, held_since = ? WHERE id = ?"
                + " AND (held_task IS NULL OR held_task = ? OR held_task = ?)")) {
      update.setLong(1, run.task().value());
      update.setString(2, run.by());
      update.setLong(3, Micros.of(run.since()));
      update.setString(4, app.value());
      update.setLong(5, run.task().value());
      update.setLong(6, ended.map(TaskId::value).orElse(NONE));
      return update.executeUpdate() == 1;
    }
  }

  /** Empty where the app was given back just now. */
  private static Optional<Run> holder(Connection connection, LightAppId app) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT held_task, held_by, held_since FROM light_app WHERE id = ?")) {
      select.setString(1, app.value());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw ProductException.notFound("The light app " + app);
        }
        long task = row.getLong("held_task");
        return row.wasNull()
            ? Optional.empty()
            : Optional.of(
                new Run(
                    new TaskId(task),
                    row.getString("held_by"),
                    Micros.toInstant(row.getLong("held_since"))));
      }
    }
  }

  private static void note(Connection connection, LightAppId app, Run run) throws SQLException {
    if (isNoted(connection, app, run.task())) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO light_app_run (app, task, begun_by) VALUES (?, ?, ?)")) {
      insert.setString(1, app.value());
      insert.setLong(2, run.task().value());
      insert.setString(3, run.by());
      insert.executeUpdate();
    }
  }

  private static boolean isNoted(Connection connection, LightAppId app, TaskId task)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT task FROM light_app_run WHERE app = ? AND task = ?")) {
      select.setString(1, app.value());
      select.setLong(2, task.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public void abandon(LightAppId app, TaskId task) {
    database.in(
        connection -> {
          for (String sql :
              List.of(
                  "UPDATE light_app SET held_task = NULL, held_by = NULL, held_since = NULL"
                      + " WHERE id = ? AND held_task = ?",
                  "DELETE FROM light_app_run WHERE app = ? AND task = ?")) {
            try (PreparedStatement change = connection.prepareStatement(sql)) {
              change.setString(1, app.value());
              change.setLong(2, task.value());
              change.executeUpdate();
            }
          }
          return true;
        });
  }

  @Override
  public Page<Summary> list(LightAppId app, Optional<String> by, Page.Request page) {
    long below = Cursors.position(page).order();
    List<Summary> rows =
        database.in(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT "
                          + JdbcTaskSummaries.COLUMNS
                          + " FROM light_app_run r JOIN task t ON t.id = r.task"
                          + " WHERE r.app = ? AND r.task < ?"
                          + by.map(name -> " AND r.begun_by = ?").orElse("")
                          + " ORDER BY r.task DESC FETCH FIRST "
                          + (page.limit() + 1)
                          + " ROWS ONLY")) {
                select.setString(1, app.value());
                select.setLong(2, below);
                if (by.isPresent()) {
                  select.setString(3, by.get());
                }
                return JdbcTaskSummaries.summaries(select);
              }
            });
    return Cursors.page(page, rows, last -> new Position(last.id().value(), ""));
  }
}
