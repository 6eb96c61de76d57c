package org.standardops.persistence.internal.log;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.port.NodeLogStore;
import org.standardops.model.TaskId;
import org.standardops.persistence.internal.database.Database;
import org.standardops.persistence.internal.database.SqlFailures;

/** Logs of nodes, in pieces that know at which byte they begin: so any part is found at once. */
@Component
public final class JdbcNodeLogStore implements NodeLogStore {

  /** What a column of Derby holds; a piece that begins earlier than this cannot reach further. */
  private static final int PIECE = 32_672;

  private final Database database;

  /** Of this server, those who append to one log come one after another. */
  private final List<Object> locks = Stream.generate(Object::new).limit(64).toList();

  @Activate
  public JdbcNodeLogStore(@Reference Database database) {
    this.database = database;
  }

  /** Another server's append at once finds the same end; the one that comes second looks again. */
  @Override
  public void append(TaskId task, String node, int attempt, String section, byte[] text) {
    if (text.length == 0) {
      return;
    }
    synchronized (locks.get(Math.floorMod(Objects.hash(task, node, attempt), locks.size()))) {
      boolean done = false;
      while (!done) {
        done = database.in(connection -> tryAppend(connection, task, node, attempt, section, text));
      }
    }
  }

  private static boolean tryAppend(
      Connection connection, TaskId task, String node, int attempt, String section, byte[] text)
      throws SQLException {
    try {
      insert(connection, task, node, attempt, section, text);
      return true;
    } catch (SQLException e) {
      if (!SqlFailures.isDuplicate(e)) {
        throw e;
      }
      connection.rollback();
      return false;
    }
  }

  private static void insert(
      Connection connection, TaskId task, String node, int attempt, String section, byte[] text)
      throws SQLException {
    long end = end(connection, new LogPart(task, node, attempt, Optional.empty()));
    long sectionEnd = end(connection, new LogPart(task, node, attempt, Optional.of(section)));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO node_log (task, node, attempt, starts, section_name, section_starts, data)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      for (int from = 0; from < text.length; from += PIECE) {
        insert.setLong(1, task.value());
        insert.setString(2, node);
        insert.setInt(3, attempt);
        insert.setLong(4, end + from);
        insert.setString(5, section);
        insert.setLong(6, sectionEnd + from);
        insert.setBytes(7, Arrays.copyOfRange(text, from, Math.min(text.length, from + PIECE)));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static long end(Connection connection, LogPart log) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + log.starts()
                + ", LENGTH(data)"
                + log.sql()
                + " ORDER BY "
                + log.starts()
                + " DESC FETCH FIRST 1 ROWS ONLY")) {
      log.set(select);
      try (ResultSet last = select.executeQuery()) {
        return last.next() ? last.getLong(1) + last.getLong(2) : 0;
      }
    }
  }

  @Override
  public byte[] read(
      TaskId task, String node, int attempt, Optional<String> section, long from, int maxBytes) {
    LogPart log = new LogPart(task, node, attempt, section);
    String starts = log.starts();
    String sql =
        "SELECT "
            + starts
            + ", data"
            + log.sql()
            + (" AND " + starts + " > ? AND " + starts + " < ? ORDER BY " + starts);
    return database.in(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            int next = log.set(select);
            select.setLong(next, from - PIECE);
            select.setLong(next + 1, from + maxBytes);
            return cut(select, from, maxBytes);
          }
        });
  }

  /** Reads names only, from the index. */
  @Override
  public List<String> sections(TaskId task, String node, int attempt, int limit) {
    return database.in(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT DISTINCT section_name FROM node_log"
                      + " WHERE task = ? AND node = ? AND attempt = ? AND section_name <> ''"
                      + " ORDER BY section_name")) {
            select.setLong(1, task.value());
            select.setString(2, node);
            select.setInt(3, attempt);
            select.setMaxRows(limit);
            List<String> names = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
              while (found.next()) {
                names.add(found.getString(1));
              }
            }
            return List.copyOf(names);
          }
        });
  }

  private static byte[] cut(PreparedStatement select, long from, int maxBytes) throws SQLException {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    try (ResultSet pieces = select.executeQuery()) {
      while (pieces.next()) {
        byte[] piece = pieces.getBytes(2);
        int skip = (int) Math.max(0, from - pieces.getLong(1));
        int length = Math.min(piece.length - skip, maxBytes - part.size());
        if (length > 0) {
          part.write(piece, skip, length);
        }
      }
    }
    return part.toByteArray();
  }
}
