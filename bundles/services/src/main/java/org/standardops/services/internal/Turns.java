package org.standardops.services.internal;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.port.StoreUnavailableException;

/** Work that is looked for again and again, on threads of its own, until it is stopped. */
final class Turns {

  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
  private static final long PAUSE_AFTER_FAULT_MILLIS = 5000;

  private final Object pause = new Object();
  private boolean stopped;

  /**
   * @param name of the thread
   * @param turn answers true where there may be more to do at once
   */
  void start(String name, Duration between, BooleanSupplier turn) {
    Thread thread = new Thread(() -> run(name, between, turn), "standardops-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void run(String name, Duration between, BooleanSupplier turn) {
    long millis = 0;
    while (waited(millis)) {
      try {
        millis = turn.getAsBoolean() ? 0 : between.toMillis();
      } catch (StoreUnavailableException e) {
        LOG.debug("The work of {} waits for the database.", name, e);
        millis = PAUSE_AFTER_FAULT_MILLIS;
      } catch (RuntimeException e) {
        LOG.error("The work of {} cannot be done; trying again.", name, e);
        millis = PAUSE_AFTER_FAULT_MILLIS;
      }
    }
  }

  /** Ended by a word and no interrupt, which would close the database's files under Derby. */
  private boolean waited(long millis) {
    synchronized (pause) {
      try {
        if (millis > 0 && !stopped) {
          pause.wait(millis);
        }
        return !stopped;
      } catch (InterruptedException e) {
        return false;
      }
    }
  }

  /** Turns that have begun are not waited for. */
  void stop() {
    synchronized (pause) {
      stopped = true;
      pause.notifyAll();
    }
  }
}
