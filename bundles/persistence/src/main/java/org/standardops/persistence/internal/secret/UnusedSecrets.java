package org.standardops.persistence.internal.secret;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.standardops.model.SealedText;
import org.standardops.persistence.internal.database.Database;
import org.standardops.persistence.internal.database.Micros;

/**
 * Secrets that were entered for variables and that nothing refers to. Those that an earlier release
 * stored, which did not say what for, stay.
 */
final class UnusedSecrets {

  private static final List<String> DEFINITIONS =
      List.of(
          "SELECT definition FROM process_revision",
          "SELECT variables FROM business_configuration",
          "SELECT frozen FROM light_app");

  private final Database database;

  UnusedSecrets(Database database) {
    this.database = database;
  }

  private record Candidate(String business, String name) {}

  int delete(Instant before) {
    return database.in(
        connection -> {
          List<Candidate> candidates = candidates(connection, before);
          if (candidates.isEmpty()) {
            return 0;
          }
          Set<String> used = used(connection);
          List<Candidate> unused =
              candidates.stream().filter(secret -> !used.contains(secret.name())).toList();
          delete(connection, unused);
          return unused.size();
        });
  }

  /** Whose task is not there, and those of definitions. */
  private static List<Candidate> candidates(Connection connection, Instant before)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT s.business, s.secret_name FROM secret s WHERE s.changed_at < ?"
                + " AND (s.held_by = ? OR s.held_by = ?"
                + " AND NOT EXISTS (SELECT 1 FROM task t WHERE t.id = s.task))")) {
      select.setLong(1, Micros.of(before));
      select.setString(2, SecretRow.DEFINITION);
      select.setString(3, SecretRow.TASK);
      List<Candidate> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(new Candidate(row.getString(1), row.getString(2)));
        }
      }
      return found;
    }
  }

  /** Names of all that definitions refer to. */
  private static Set<String> used(Connection connection) throws SQLException {
    Set<String> used = new HashSet<>();
    for (String sql : DEFINITIONS) {
      try (PreparedStatement select = connection.prepareStatement(sql);
          ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String json = new String(row.getBytes(1), StandardCharsets.UTF_8);
          used.addAll(SealedText.namesIn(json).collect(Collectors.toSet()));
        }
      }
    }
    return used;
  }

  private static void delete(Connection connection, List<Candidate> unused) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM secret WHERE business = ? AND secret_name = ?")) {
      for (Candidate secret : unused) {
        delete.setString(1, secret.business());
        delete.setString(2, secret.name());
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }
}
