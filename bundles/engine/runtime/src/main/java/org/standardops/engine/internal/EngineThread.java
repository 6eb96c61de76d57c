package org.standardops.engine.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.port.FencedException;
import org.standardops.engine.port.StoreUnavailableException;

/**
 * The engine's one thread: takes the shards over, recovers, then turns until it is stopped. Beside
 * it a ticker that looks after slow calls and logs.
 */
final class EngineThread {

  private static final Logger LOG = LoggerFactory.getLogger(EngineThread.class);
  private static final Duration RETRY_START = Duration.ofSeconds(1);
  private static final Duration CALLS_MAY_END = Duration.ofSeconds(3);
  private static final long SWEEP_MILLIS = 100;
  private static final int FLUSH_EVERY_SWEEPS = 10;

  private final EngineParts parts;
  private final String owner;
  private final Thread thread = new Thread(this::run, "standardops-engine");
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          run -> {
            Thread tick = new Thread(run, "standardops-engine-ticker");
            tick.setDaemon(true);
            return tick;
          });
  private volatile boolean stopping;
  private int sweeps;

  EngineThread(EngineParts parts, String owner) {
    this.parts = parts;
    this.owner = owner;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
    ticker.scheduleAtFixedRate(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Lets the turn that is under way end; interrupts nobody, as that could break the database. */
  void stop() {
    try {
      parts.lease().close();
      parts.calls().close(CALLS_MAY_END);
      stopping = true;
      ticker.shutdown();
      parts.mailbox().put(new Letter.LookForAtoms()); // wakes the loop
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    parts.calls().end();
    parts.status().stopped("The engine is stopped.");
  }

  private void sweep() {
    try {
      parts.calls().sweep(++sweeps % FLUSH_EVERY_SWEEPS == 0);
    } catch (RuntimeException e) { // else the ticker would end in silence
      LOG.error("Looking after slow calls failed; it is tried again.", e);
    }
  }

  private void run() {
    try {
      EngineLoop loop = recovered();
      while (!stopping) {
        loop.turn();
      }
    } catch (FencedException e) {
      LOG.error("Another server took this one's tasks over: this engine stops.", e);
      parts.status().stopped("Another server took this one's tasks over; restart this one.");
    } catch (InterruptedException e) {
      LOG.info("The engine's thread was interrupted; it ends.");
      Thread.currentThread().interrupt();
      parts.status().stopped("The engine's thread was interrupted; restart the server.");
    } catch (RuntimeException e) { // the thread's edge: better to stop, seen by all, than go on
      LOG.error("The engine stops after a fault of its own.", e);
      parts.status().stopped("The engine stopped after a fault: " + e + ". Restart the server.");
    }
  }

  private EngineLoop recovered() throws InterruptedException {
    while (!stopping) {
      try {
        Map<Integer, Long> epochs = parts.ports().journal().takeOver(owner);
        GroupCommit commit =
            new GroupCommit(
                parts.ports().journal(),
                epochs,
                parts.lease(),
                () -> parts.status().away(),
                () -> stopping);
        parts.lease().taken(epochs);
        EngineLoop loop = new EngineLoop(parts, commit);
        loop.takeFirst(parts.waking().recover());
        parts.admission().recover();
        parts.status().started();
        LOG.info("The engine is ready; {} task(s) go on.", parts.tasks().size());
        return loop;
      } catch (StoreUnavailableException e) {
        LOG.warn("The database is away; the engine starts when it is there.", e);
        Thread.sleep(RETRY_START.toMillis());
      }
    }
    throw new InterruptedException("Stopped before it had started.");
  }
}
