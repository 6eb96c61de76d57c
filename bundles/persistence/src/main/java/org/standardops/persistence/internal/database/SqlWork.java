package org.standardops.persistence.internal.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Work within one transaction; may be run again after a rollback. */
@FunctionalInterface
public interface SqlWork<T> {
  T run(Connection connection) throws SQLException;
}
