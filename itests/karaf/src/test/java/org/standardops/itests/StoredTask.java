package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A task in the embedded database of a server that is down. */
record StoredTask(Path data, String id) {

  /** Of the ids of tasks in texts. */
  private static final int RADIX = 32;

  /** Makes as if the task had always been meant to start at another time. */
  void startsAt(Instant planned, Instant other) {
    String url = "jdbc:derby:" + data.resolve("db");
    try (Connection connection = DriverManager.getConnection(url)) {
      long task = Long.parseLong(id, RADIX);
      byte[] changed;
      try (PreparedStatement select =
          connection.prepareStatement("SELECT data FROM journal WHERE task = ? AND seq = 1")) {
        select.setLong(1, task);
        try (ResultSet row = select.executeQuery()) {
          assertThat(row.next()).as("the journal has the task %s", id).isTrue();
          String before = new String(row.getBytes(1), StandardCharsets.UTF_8);
          assertThat(before).contains(planned.toString());
          changed =
              before.replace(planned.toString(), other.toString()).getBytes(StandardCharsets.UTF_8);
        }
      }
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE journal SET data = ? WHERE task = ? AND seq = 1")) {
        update.setBytes(1, changed);
        update.setLong(2, task);
        assertThat(update.executeUpdate()).isEqualTo(1);
      }
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE task SET next_due = ? WHERE id = ?")) {
        update.setLong(1, other.toEpochMilli() * 1000);
        update.setLong(2, task);
        assertThat(update.executeUpdate()).isEqualTo(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      shutDown(url);
    }
  }

  /** Derby says by an exception that it has let go of the files. */
  private static void shutDown(String url) {
    try {
      DriverManager.getConnection(url + ";shutdown=true").close();
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isEqualTo("08006");
    }
  }
}
