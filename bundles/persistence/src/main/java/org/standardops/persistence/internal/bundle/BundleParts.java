package org.standardops.persistence.internal.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.standardops.persistence.internal.database.Database;
import org.standardops.services.port.BundleId;

/** The bytes of a bundle, in pieces that any memory can hold. */
final class BundleParts {

  static final int PART_BYTES = 1024 * 1024;

  private final Database database;
  private final BundleId id;

  BundleParts(Database database, BundleId id) {
    this.database = database;
    this.id = id;
  }

  static void write(Connection connection, BundleId id, Path jar) throws SQLException {
    try (InputStream in = Files.newInputStream(jar);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO atom_bundle_part (symbolic_name, version, part, content)"
                    + " VALUES (?, ?, ?, ?)")) {
      byte[] content = in.readNBytes(PART_BYTES);
      for (int part = 0; content.length > 0; part++) {
        insert.setString(1, id.symbolicName());
        insert.setString(2, id.version());
        insert.setInt(3, part);
        insert.setBytes(4, content);
        insert.executeUpdate();
        content = in.readNBytes(PART_BYTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The bundle's file cannot be read.", e);
    }
  }

  /** A piece at a time; what the reader gets is held to its digest by the reader. */
  boolean read(OutputStream to) throws IOException {
    int part = 0;
    Optional<byte[]> content = part(part);
    while (content.isPresent()) {
      to.write(content.get());
      part++;
      content = part(part);
    }
    return part > 0;
  }

  private Optional<byte[]> part(int number) {
    return database.in(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT content FROM atom_bundle_part"
                      + " WHERE symbolic_name = ? AND version = ? AND part = ?")) {
            select.setString(1, id.symbolicName());
            select.setString(2, id.version());
            select.setInt(3, number);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
          }
        });
  }
}
