package org.standardops.persistence.internal.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.port.BundleState;
import org.standardops.json.JsonCodec;
import org.standardops.persistence.internal.database.Database;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.persistence.internal.database.SqlFailures;
import org.standardops.services.port.BroughtAtom;
import org.standardops.services.port.BundleId;
import org.standardops.services.port.BundleStore;

/** Descriptions and bytes in tables of their own, for most reads want the former alone. */
@Component
public final class JdbcBundleStore implements BundleStore {

  private static final JsonCodec JSON = new JsonCodec();
  private static final String COLUMNS =
      "symbolic_name, version, sha256, byte_count, origin, added_by, added_at, bundle_state, atoms";
  private static final String OF_ONE = " WHERE symbolic_name = ? AND version = ?";

  private final Database database;

  @Activate
  public JdbcBundleStore(@Reference Database database) {
    this.database = database;
  }

  /** As JSON. */
  record Atoms(List<BroughtAtom> atoms) {}

  @Override
  public List<StoredBundle> list() {
    return database.in(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT " + COLUMNS + " FROM atom_bundle ORDER BY symbolic_name, version")) {
            return bundles(select);
          }
        });
  }

  @Override
  public boolean read(BundleId id, OutputStream to) throws IOException {
    return new BundleParts(database, id).read(to);
  }

  @Override
  public boolean add(StoredBundle bundle, Path jar) {
    try {
      return database.in(
          connection -> {
            insert(connection, bundle);
            BundleParts.write(connection, bundle.id(), jar);
            of(connection, "DELETE FROM removed_bundle", bundle.id());
            return true;
          });
    } catch (IllegalStateException e) {
      if (SqlFailures.in(e).filter(SqlFailures::isDuplicate).isPresent()) {
        return false;
      }
      throw e;
    }
  }

  private static void insert(Connection connection, StoredBundle bundle) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO atom_bundle (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, bundle.id().symbolicName());
      insert.setString(2, bundle.id().version());
      insert.setString(3, bundle.sha256());
      insert.setLong(4, bundle.size());
      insert.setString(5, bundle.origin().name());
      insert.setString(6, bundle.addedBy());
      insert.setLong(7, Micros.of(bundle.addedAt()));
      insert.setString(8, bundle.state().name());
      insert.setBytes(9, JSON.write(new Atoms(bundle.atoms())));
      insert.executeUpdate();
    }
  }

  @Override
  public void mend(BundleId id, Path jar) {
    database.in(
        connection -> {
          of(connection, "DELETE FROM atom_bundle_part", id);
          BundleParts.write(connection, id, jar);
          return true;
        });
  }

  @Override
  public Optional<StoredBundle> change(BundleId id, BundleState state) {
    return database.in(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement("UPDATE atom_bundle SET bundle_state = ?" + OF_ONE)) {
            update.setString(1, state.name());
            update.setString(2, id.symbolicName());
            update.setString(3, id.version());
            update.executeUpdate();
          }
          try (PreparedStatement select =
              connection.prepareStatement("SELECT " + COLUMNS + " FROM atom_bundle" + OF_ONE)) {
            select.setString(1, id.symbolicName());
            select.setString(2, id.version());
            return bundles(select).stream().findFirst();
          }
        });
  }

  @Override
  public boolean remove(BundleId id, Optional<RemovedBundle> remembered) {
    return database.in(
        connection -> {
          of(connection, "DELETE FROM atom_bundle_part", id);
          boolean removed = of(connection, "DELETE FROM atom_bundle", id) > 0;
          if (removed && remembered.isPresent()) {
            remember(connection, remembered.get());
          }
          return removed;
        });
  }

  private static void remember(Connection connection, RemovedBundle removed) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO removed_bundle (symbolic_name, version, sha256, atoms, removed_by,"
                + " removed_at) VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, removed.id().symbolicName());
      insert.setString(2, removed.id().version());
      insert.setString(3, removed.sha256());
      insert.setBytes(4, JSON.write(new Atoms(removed.atoms())));
      insert.setString(5, removed.by());
      insert.setLong(6, Micros.of(removed.at()));
      insert.executeUpdate();
    }
  }

  @Override
  public List<RemovedBundle> removed() {
    return database.in(
        connection -> {
          List<RemovedBundle> removed = new ArrayList<>();
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT symbolic_name, version, sha256, atoms, removed_by, removed_at"
                          + " FROM removed_bundle ORDER BY symbolic_name, version");
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              removed.add(
                  new RemovedBundle(
                      new BundleId(row.getString(1), row.getString(2)),
                      row.getString(3),
                      atoms(row.getBytes(4)),
                      row.getString(5),
                      Micros.toInstant(row.getLong(6))));
            }
          }
          return removed;
        });
  }

  /** Runs a statement on the rows of one bundle. */
  private static int of(Connection connection, String sql, BundleId id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql + OF_ONE)) {
      statement.setString(1, id.symbolicName());
      statement.setString(2, id.version());
      return statement.executeUpdate();
    }
  }

  private static List<StoredBundle> bundles(PreparedStatement select) throws SQLException {
    List<StoredBundle> bundles = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        bundles.add(
            new StoredBundle(
                new BundleId(row.getString(1), row.getString(2)),
                row.getString(3),
                row.getLong(4),
                Origin.valueOf(row.getString(5)),
                row.getString(6),
                Micros.toInstant(row.getLong(7)),
                BundleState.valueOf(row.getString(8)),
                atoms(row.getBytes(9))));
      }
    }
    return bundles;
  }

  private static List<BroughtAtom> atoms(byte[] json) {
    return json == null ? List.of() : JSON.read(json, Atoms.class).atoms();
  }
}
