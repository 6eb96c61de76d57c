package org.standardops.persistence.internal.statistics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.TimingType;
import org.standardops.persistence.internal.database.Database;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.persistence.internal.database.SqlFailures;
import org.standardops.services.port.StatisticsStore;

/** What tasks took, as rows that are read in one go. */
@Component
public final class JdbcStatisticsStore implements StatisticsStore {

  private static final int FETCHED_AT_ONCE = 1_000;

  private final Database database;

  @Activate
  public JdbcStatisticsStore(@Reference Database database) {
    this.database = database;
  }

  @Override
  public List<TaskId> uncounted(int limit) {
    return database.in(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT DISTINCT task FROM task_uncounted ORDER BY task"
                      + " FETCH FIRST ? ROWS ONLY")) {
            select.setInt(1, limit);
            List<TaskId> tasks = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                tasks.add(new TaskId(row.getLong(1)));
              }
            }
            return tasks;
          }
        });
  }

  @Override
  public void count(TaskId task, Optional<Counted> counted) {
    database.in(
        connection -> {
          for (String table : List.of("task_uncounted", "task_time", "node_time")) {
            delete(connection, table, task);
          }
          if (counted.isPresent()) {
            insert(connection, task, counted.get());
          }
          return true;
        });
  }

  private static void delete(Connection connection, String table, TaskId task) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM " + table + " WHERE task = ?")) {
      delete.setLong(1, task.value());
      delete.executeUpdate();
    }
  }

  private static void insert(Connection connection, TaskId id, Counted counted)
      throws SQLException {
    TaskTime task = counted.task();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO task_time (succeeded, worked, awaiting_person, suspended, task, business,"
                + " process, ended_at, process_name, person, starter)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      set(insert, task.succeeded(), task.times(), id, task);
      insert.setString(9, task.processName());
      insert.setString(10, task.person());
      insert.setString(11, task.starter());
      insert.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO node_time (succeeded, worked, awaiting_person, suspended, task, business,"
                + " process, ended_at, node, atom, timing, attempts)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (NodeTime node : counted.nodes()) {
        set(insert, node.succeeded(), node.times(), id, task);
        insert.setString(9, node.node());
        insert.setString(10, node.atom());
        insert.setString(11, node.timing().name());
        insert.setInt(12, node.attempts());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void set(
      PreparedStatement insert, boolean succeeded, Times times, TaskId id, TaskTime task)
      throws SQLException {
    insert.setShort(1, (short) (succeeded ? 1 : 0));
    insert.setLong(2, micros(times.worked()));
    insert.setLong(3, micros(times.awaitingPerson()));
    insert.setLong(4, micros(times.suspended()));
    insert.setLong(5, id.value());
    insert.setString(6, task.business().value());
    insert.setString(7, task.process().value());
    insert.setLong(8, Micros.of(task.endedAt()));
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }

  @Override
  public void tasks(Range range, Consumer<TaskTime> to) {
    read(
        "process, process_name, person, starter, ended_at",
        "task_time",
        range,
        row -> to.accept(task(range.business(), row)));
  }

  private static TaskTime task(BusinessId business, ResultSet row) throws SQLException {
    return new TaskTime(
        business,
        new ProcessId(row.getString("process")),
        row.getString("process_name"),
        row.getString("person"),
        Optional.ofNullable(row.getString("starter")).orElse(row.getString("person")),
        Micros.toInstant(row.getLong("ended_at")),
        row.getShort("succeeded") != 0,
        times(row));
  }

  @Override
  public void nodes(Range range, Consumer<NodeTime> to) {
    read("node, atom, timing, attempts", "node_time", range, row -> to.accept(node(row)));
  }

  private static NodeTime node(ResultSet row) throws SQLException {
    return new NodeTime(
        row.getString("node"),
        row.getString("atom"),
        TimingType.valueOf(row.getString("timing")),
        row.getInt("attempts"),
        row.getShort("succeeded") != 0,
        times(row));
  }

  private static Times times(ResultSet row) throws SQLException {
    return new Times(
        duration(row.getLong("worked")),
        duration(row.getLong("awaiting_person")),
        duration(row.getLong("suspended")));
  }

  private static Duration duration(long micros) {
    return Duration.ofNanos(micros * 1_000);
  }

  /** Takes a row. */
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** Not tried again by itself: whoever takes the rows would get some of them twice. */
  private void read(String columns, String table, Range range, RowReader reader) {
    List<String> processes =
        range.processes().orElse(List.of()).stream().map(ProcessId::value).distinct().toList();
    String sql =
        "SELECT succeeded, worked, awaiting_person, suspended, "
            + columns
            + " FROM "
            + table
            + " WHERE business = ? AND ended_at >= ? AND ended_at < ?"
            + (processes.isEmpty()
                ? ""
                : " AND process IN ("
                    + String.join(", ", Collections.nCopies(processes.size(), "?"))
                    + ")");
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false); // else PostgreSQL sends all rows at once
      try (PreparedStatement select = connection.prepareStatement(sql)) {
        select.setFetchSize(FETCHED_AT_ONCE);
        select.setString(1, range.business().value());
        select.setLong(2, Micros.of(range.from()));
        select.setLong(3, Micros.of(range.to()));
        for (int i = 0; i < processes.size(); i++) {
          select.setString(4 + i, processes.get(i));
        }
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            reader.read(row);
          }
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw SqlFailures.translate(e);
    }
  }
}
