package org.standardops.persistence.internal.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Instants as the database keeps them: microseconds since 1970. A number means the same on every
 * database and in every time zone; a TIMESTAMP of Derby is local time and knows no zone.
 */
public final class Micros {

  private Micros() {}

  public static long of(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  public static Instant toInstant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  public static void set(PreparedStatement statement, int index, Optional<Instant> instant)
      throws SQLException {
    if (instant.isPresent()) {
      statement.setLong(index, of(instant.get()));
    } else {
      statement.setNull(index, Types.BIGINT);
    }
  }

  public static Optional<Instant> get(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(toInstant(micros));
  }
}
