package org.standardops.engine.internal;

import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.FencedException;
import org.standardops.engine.port.JournalStore;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.model.TaskId;

/**
 * Whether this server may still act for its tasks. A call begins only while the last check of the
 * epoch is young: so a server that stood still for a while, or lost the database, does nothing for
 * tasks that another one has taken over. Thread-safe.
 */
final class Lease {

  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
  private static final Duration PAUSE_WHILE_AWAY = Duration.ofMillis(200);

  private final JournalStore store;
  private final Duration lasts;
  private volatile Map<Integer, Long> epochs = Map.of();
  private volatile long checkedAtNanos;
  private volatile boolean lost;
  private volatile boolean closed;

  Lease(JournalStore store, Duration lasts) {
    this.store = store;
    this.lasts = lasts;
  }

  void taken(Map<Integer, Long> newEpochs) {
    epochs = Map.copyOf(newEpochs);
    checkedAt(System.nanoTime());
  }

  /** A commit asked for at this time went through, so the epochs are ours. */
  void checkedAt(long nanos) {
    checkedAtNanos = nanos;
  }

  boolean isLost() {
    return lost;
  }

  void close() {
    closed = true;
  }

  /** Waits while the database is away; false: another server acts now, or this one ends. */
  boolean holds(TaskState state) throws InterruptedException {
    while (!closed && !lost) {
      if (System.nanoTime() - checkedAtNanos < lasts.toNanos()) {
        return true;
      }
      try {
        renew(state);
        return true;
      } catch (StoreUnavailableException e) {
        LOG.debug("A call waits for the database.", e);
        Thread.sleep(PAUSE_WHILE_AWAY.toMillis());
      } catch (FencedException e) {
        LOG.error("Another server took task {} over; this one makes no more calls.", id(state), e);
        lost = true;
      }
    }
    return false;
  }

  private void renew(TaskState state) {
    long asked = System.nanoTime();
    int shard = id(state).shard();
    store.isCommitted(id(state), state.seq(), shard, epochs.get(shard));
    checkedAtNanos = asked;
  }

  private static TaskId id(TaskState state) {
    return state.plan().id();
  }
}
