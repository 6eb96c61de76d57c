package org.standardops.engine.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.port.CommitBatch;
import org.standardops.engine.port.CommitUnknownException;
import org.standardops.engine.port.JournalRow;
import org.standardops.engine.port.JournalStore;
import org.standardops.engine.port.RejectedException;
import org.standardops.engine.port.StoreUnavailableException;

/** Writes a batch and finds out how that ended. For the engine's thread alone. */
final class GroupCommit {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** How it ended; being fenced is an exception that stops the engine. */
  enum End {
    COMMITTED,
    /** Surely nothing was written: the database is away. */
    AWAY,
    /** Surely nothing was written: the database refuses the data. */
    REJECTED
  }

  private final JournalStore store;
  private final Map<Integer, Long> epochs;
  private final Lease lease;
  private final Runnable onAway;
  private final BooleanSupplier stopped;

  /**
   * @param onAway told when the database turns out to be away in the middle of a commit
   */
  GroupCommit(
      JournalStore store,
      Map<Integer, Long> epochs,
      Lease lease,
      Runnable onAway,
      BooleanSupplier stopped) {
    this.store = store;
    this.epochs = epochs;
    this.lease = lease;
    this.onAway = onAway;
    this.stopped = stopped;
  }

  End commit(Batch batch) throws InterruptedException {
    CommitBatch toCommit = batch.toCommit(epochs);
    try {
      write(toCommit);
      return End.COMMITTED;
    } catch (StoreUnavailableException e) {
      LOG.warn("The database is away; {} task(s) wait for it.", batch.works().size(), e);
      return End.AWAY;
    } catch (RejectedException e) {
      LOG.error("The database refuses data of {} task(s).", batch.works().size(), e);
      return End.REJECTED;
    } catch (CommitUnknownException e) {
      LOG.warn("It is not known whether the last commit was written; finding out.", e);
      onAway.run();
      return findOut(toCommit);
    }
  }

  /** The lease begins when the commit was asked for: the check was made some time after it. */
  private void write(CommitBatch batch) {
    long asked = System.nanoTime();
    store.commit(batch);
    lease.checkedAt(asked);
  }

  /** Asks until it is known; writes the same bytes again where they are not there. */
  private End findOut(CommitBatch batch) throws InterruptedException {
    Optional<JournalRow> first = batch.rows().stream().findFirst();
    if (first.isEmpty()) {
      return End.AWAY; // nothing but what may as well be written twice
    }
    while (true) {
      try {
        if (!stopped.getAsBoolean()) {
          int shard = first.get().task().shard();
          if (store.isCommitted(
              first.get().task(), first.get().seq(), shard, batch.epochs().get(shard))) {
            return End.COMMITTED;
          }
          write(batch);
          return End.COMMITTED;
        }
        return End.AWAY;
      } catch (StoreUnavailableException | CommitUnknownException e) {
        Thread.sleep(PAUSE.toMillis());
      } catch (RejectedException e) {
        LOG.error("The database refuses {} row(s).", batch.rows().size(), e);
        return End.REJECTED;
      }
    }
  }
}
