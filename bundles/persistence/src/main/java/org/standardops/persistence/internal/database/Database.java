package org.standardops.persistence.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.port.StoreUnavailableException;

/**
 * The server's database. It may be away when the server starts: so it is reached, and its schema
 * brought up to date, at the first use, and at the next one where that failed.
 */
@Component(service = Database.class)
public final class Database {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int TRIES = 5;

  private final DataSource dataSource;
  private final Object migrating = new Object();
  private volatile Optional<Dialect> ready = Optional.empty();

  @Activate
  public Database(
      @Reference(target = "(osgi.jndi.service.name=standardops)") DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Which database it is, with its schema up to date.
   *
   * @throws StoreUnavailableException where it cannot be reached, or is not ours to use
   */
  public Dialect ready() {
    return ready.orElseGet(this::migrate);
  }

  /**
   * A connection in autocommit mode, which the caller closes.
   *
   * @throws StoreUnavailableException where there is none
   */
  public Connection connect() {
    ready();
    return open();
  }

  /** Runs the work in one transaction; again, a few times, where it gave way to another one. */
  public <T> T in(SqlWork<T> work) {
    for (int left = TRIES - 1; ; left--) {
      try (Connection connection = connect()) {
        return inTransaction(connection, work);
      } catch (SQLException e) {
        if (left == 0 || !SqlFailures.isContention(e)) {
          throw SqlFailures.translate(e);
        }
      }
    }
  }

  private static <T> T inTransaction(Connection connection, SqlWork<T> work) throws SQLException {
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      T result = work.run(connection);
      connection.commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        rollback(connection);
      }
    }
  }

  /** The failure that led here is told by its own exception. */
  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.debug("A transaction was not rolled back: its connection is lost.", e);
    }
  }

  private Connection open() {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw new StoreUnavailableException("The database cannot be reached.", e);
    }
  }

  private Dialect migrate() {
    synchronized (migrating) {
      if (ready.isPresent()) {
        return ready.get();
      }
      try (Connection connection = open()) {
        Dialect dialect = Dialect.of(connection);
        new Migrations().run(connection, dialect);
        ready = Optional.of(dialect);
        return dialect;
      } catch (SQLException | IllegalStateException e) {
        throw new StoreUnavailableException(
            "The database's schema cannot be brought up to date: " + e.getMessage(), e);
      }
    }
  }
}
