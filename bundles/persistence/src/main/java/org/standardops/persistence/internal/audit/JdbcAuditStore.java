package org.standardops.persistence.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.port.AuditRecord;
import org.standardops.model.Page;
import org.standardops.persistence.internal.database.Cursors;
import org.standardops.persistence.internal.database.Cursors.Position;
import org.standardops.persistence.internal.database.Database;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.AuditStore;

/** By plain JDBC, as the engine's writer adds records in its own transaction. */
@Component
public final class JdbcAuditStore implements AuditStore {

  private final Database database;

  @Activate
  public JdbcAuditStore(@Reference Database database) {
    this.database = database;
  }

  @Override
  public void add(AuditRecord record) {
    database.in(
        connection -> {
          new AuditTable(connection).write(List.of(record));
          return true;
        });
  }

  @Override
  public Optional<AuditRecord> latest(String resource) {
    return database
        .in(
            connection ->
                read(connection, List.of("resource = ?", "outcome = 'DONE'"), List.of(resource), 1))
        .stream()
        .findFirst();
  }

  @Override
  public int remove(Instant before, int limit) {
    return database.in(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM audit WHERE id IN (SELECT id FROM audit WHERE ts < ?"
                      + " ORDER BY ts FETCH FIRST "
                      + limit
                      + " ROWS ONLY)")) {
            delete.setLong(1, Micros.of(before));
            return delete.executeUpdate();
          }
        });
  }

  @Override
  public Page<AuditRecord> list(Filter filter, Page.Request page) {
    Position after = Cursors.position(page);
    List<String> terms = new ArrayList<>(List.of("(ts < ? OR (ts = ? AND id < ?))"));
    List<Object> values = new ArrayList<>(List.of(after.order(), after.order(), after.id()));
    filter.business().ifPresent(business -> with(terms, "business = ?", values, business.value()));
    filter.who().ifPresent(who -> with(terms, "who = ?", values, who));
    filter
        .what()
        .ifPresent(
            what -> {
              with(terms, "(operation = ? OR resource = ?)", values, what);
              values.add(what);
            });
    filter.from().ifPresent(from -> with(terms, "ts >= ?", values, Micros.of(from)));
    filter.to().ifPresent(to -> with(terms, "ts < ?", values, Micros.of(to)));
    List<AuditRecord> rows =
        database.in(connection -> read(connection, terms, values, page.limit() + 1));
    return Cursors.page(page, rows, record -> new Position(Micros.of(record.at()), record.id()));
  }

  private static void with(List<String> terms, String term, List<Object> values, Object value) {
    terms.add(term);
    values.add(value);
  }

  private static List<AuditRecord> read(
      Connection connection, List<String> terms, List<?> values, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + AuditTable.COLUMNS
                + " FROM audit WHERE "
                + String.join(" AND ", terms)
                + " ORDER BY ts DESC, id DESC FETCH FIRST "
                + limit
                + " ROWS ONLY")) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      List<AuditRecord> records = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          records.add(AuditTable.read(row));
        }
      }
      return records;
    }
  }
}
