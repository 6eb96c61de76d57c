package org.standardops.persistence.internal.journal;

import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.port.CommitBatch;
import org.standardops.engine.port.CommitUnknownException;
import org.standardops.engine.port.FencedException;
import org.standardops.engine.port.RejectedException;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.persistence.internal.audit.AuditTable;
import org.standardops.persistence.internal.database.Dialect;
import org.standardops.persistence.internal.database.SqlFailures;

/**
 * The engine's own connection with its prepared statements. After any failure it is of no use any
 * more: rows of the failed batch may still be in its statements. Not thread-safe.
 */
final class JournalWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

  private final Connection connection;
  private final FencedAppend journal;
  private final TaskTable tasks;
  private final CallbackTable callbacks;
  private final AuditTable audit;
  private final Outbox outbox;

  private JournalWriter(Connection connection, Dialect dialect) throws SQLException {
    this.connection = connection;
    journal =
        switch (dialect) {
          case DERBY -> new DerbyAppend(connection);
          case POSTGRESQL -> new PostgresAppend(connection);
        };
    tasks = new TaskTable(connection);
    callbacks = new CallbackTable(connection);
    audit = new AuditTable(connection);
    outbox = new Outbox(connection);
  }

  /** Owns the connection from now on, and closes it where this fails. */
  static JournalWriter open(Connection connection, Dialect dialect) {
    try {
      return new JournalWriter(connection, dialect);
    } catch (SQLException e) {
      close(connection);
      throw unavailable(e);
    }
  }

  void write(CommitBatch batch) {
    boolean rowsOnly =
        batch.tasks().isEmpty()
            && batch.callbacks().isEmpty()
            && batch.notices().isEmpty()
            && batch.audits().isEmpty();
    if (rowsOnly && journal.isAtomic()) {
      append(batch);
    } else {
      writeInTransaction(batch);
    }
  }

  /** The statement is its own transaction: where its connection breaks, so does COMMIT. */
  private void append(CommitBatch batch) {
    try {
      connection.setAutoCommit(true);
      requireHeld(journal.append(batch.epochs(), batch.rows()));
    } catch (SQLException e) {
      throw afterCommit(e);
    }
  }

  private void writeInTransaction(CommitBatch batch) {
    boolean complete = false;
    try {
      connection.setAutoCommit(false);
      requireHeld(journal.append(batch.epochs(), batch.rows()));
      tasks.write(batch.tasks());
      callbacks.write(batch.callbacks());
      audit.write(batch.audits());
      outbox.write(batch.notices());
      complete = true;
    } catch (SQLException e) {
      throw SqlFailures.isRefusal(e) ? rejected(e) : unavailable(e);
    } finally {
      if (!complete) {
        rollback();
      }
    }
    try {
      connection.commit();
    } catch (SQLException e) {
      throw afterCommit(e);
    }
  }

  private static RuntimeException afterCommit(SQLException e) {
    if (SqlFailures.isRefusal(e)) {
      return rejected(e);
    }
    return SqlFailures.isRolledBack(e)
        ? unavailable(e)
        : new CommitUnknownException("The connection broke while a batch was being committed.", e);
  }

  private static void requireHeld(boolean held) {
    if (!held) {
      throw new FencedException(
          "Another server took over a shard of this batch.",
          new IllegalStateException("epoch in the database is another"));
    }
  }

  private static RejectedException rejected(SQLException e) {
    return new RejectedException("The database refuses a row of this batch.", e);
  }

  private static StoreUnavailableException unavailable(SQLException e) {
    return new StoreUnavailableException("The database failed before a batch was committed.", e);
  }

  private void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.debug("A batch was not rolled back: its connection is lost.", e);
    }
  }

  @Override
  public void close() {
    close(connection);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("The writer's connection was not closed: it is lost.", e);
    }
  }
}
