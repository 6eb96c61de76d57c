package org.standardops.persistence.internal.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database's schema up to date: numbered files of SQL, each applied once, all that are
 * missing in one transaction. A table lock keeps two servers apart; it ends with its connection, so
 * a server that dies half-way leaves nothing behind.
 */
final class Migrations {

  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  /** In order; a released file never changes. A change of the schema is a new file. */
  static final List<String> FILES =
      List.of(
          "0001-tasks.sql",
          "0002-services.sql",
          "0003-audit.sql",
          "0004-notifications.sql",
          "0006-task-extras.sql",
          "0007-people.sql",
          "0008-light-apps.sql",
          "0009-notices.sql",
          "0010-starts.sql",
          "0011-bundles.sql",
          "0012-host-keys.sql",
          "0013-connections.sql");

  private static final Pattern ONLY = Pattern.compile("(?m)^-- only ([A-Z]+)$");

  private final List<Change> changes;

  Migrations() {
    this(FILES.stream().map(Migrations::load).toList());
  }

  Migrations(List<Change> changes) {
    this.changes = List.copyOf(changes);
  }

  /**
   * @param sql statements, each ended by a semicolon at a line's end; one behind a line such as
   *     {@code -- only DERBY} is for that database alone
   */
  record Change(String file, String sql) {

    int number() {
      return Integer.parseInt(file.substring(0, 4));
    }

    String checksum() {
      try {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(sha256.digest(sql.getBytes(StandardCharsets.UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java has SHA-256.", e);
      }
    }

    List<String> statements(Dialect dialect) {
      List<String> statements = new ArrayList<>();
      String code = sql.replaceAll("(?m)^--(?! only [A-Z]+$).*$", "");
      for (String part : code.split(";\\s*(\\n|$)")) {
        Matcher only = ONLY.matcher(part);
        boolean meant = !only.find() || only.group(1).equals(dialect.name());
        String statement = only.replaceAll("").strip();
        if (meant && !statement.isEmpty()) {
          statements.add(statement);
        }
      }
      return statements;
    }
  }

  /**
   * @throws IllegalStateException where the database was made by other files than these
   */
  void run(Connection connection, Dialect dialect) throws SQLException {
    connection.setAutoCommit(false);
    try {
      dialect.apply(connection);
      connection.commit();
      createHistory(connection);
      List<String> applied = applyMissing(connection, dialect);
      connection.commit();
      applied.forEach(file -> LOG.info("The database's schema got the change {}.", file));
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Two servers may both try: whoever comes second finds the table there. */
  private static void createHistory(Connection connection) throws SQLException {
    if (hasHistory(connection)) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE schema_change (id INT NOT NULL PRIMARY KEY, file_name VARCHAR(255) NOT"
              + " NULL, checksum CHAR(64) NOT NULL, applied TIMESTAMP DEFAULT CURRENT_TIMESTAMP)");
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      if (!hasHistory(connection)) {
        throw e;
      }
    }
  }

  private static boolean hasHistory(Connection connection) throws SQLException {
    String schema = connection.getSchema();
    for (String name : List.of("schema_change", "SCHEMA_CHANGE")) {
      try (ResultSet tables = connection.getMetaData().getTables(null, schema, name, null)) {
        if (tables.next()) {
          return true;
        }
      }
    }
    return false;
  }

  private List<String> applyMissing(Connection connection, Dialect dialect) throws SQLException {
    List<String> missing = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE schema_change IN EXCLUSIVE MODE");
      Map<Integer, String> applied = applied(statement);
      refuseNewer(applied);
      for (Change change : changes) {
        String checksum = applied.get(change.number());
        if (checksum == null) {
          apply(connection, dialect, change);
          missing.add(change.file());
        } else if (!checksum.equals(change.checksum())) {
          throw new IllegalStateException(
              "The schema change "
                  + change.file()
                  + " is not the one that made this database. Start the server release that made"
                  + " it, or a later one.");
        }
      }
    }
    return missing;
  }

  private static Map<Integer, String> applied(Statement statement) throws SQLException {
    Map<Integer, String> applied = new TreeMap<>();
    try (ResultSet rows = statement.executeQuery("SELECT id, checksum FROM schema_change")) {
      while (rows.next()) {
        applied.put(rows.getInt(1), rows.getString(2));
      }
    }
    return applied;
  }

  private void refuseNewer(Map<Integer, String> applied) {
    List<Integer> known = changes.stream().map(Change::number).toList();
    for (Integer number : applied.keySet()) {
      if (!known.contains(number)) {
        throw new IllegalStateException(
            "A later release changed this database (schema change "
                + number
                + " is not known here). Start that release, or restore a backup made before it.");
      }
    }
  }

  private static void apply(Connection connection, Dialect dialect, Change change)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : change.statements(dialect)) {
        statement.execute(dialect.translate(sql));
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO schema_change (id, file_name, checksum) VALUES (?, ?, ?)")) {
      insert.setInt(1, change.number());
      insert.setString(2, change.file());
      insert.setString(3, change.checksum());
      insert.executeUpdate();
    }
  }

  static Change load(String file) {
    try (InputStream in = Migrations.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The schema change " + file + " is not in this bundle.");
      }
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Change(file, sql.replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("The schema change " + file + " cannot be read.", e);
    }
  }
}
