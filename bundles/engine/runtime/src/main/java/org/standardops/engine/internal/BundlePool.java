package org.standardops.engine.internal;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The threads that one bundle's atoms may use: so an atom that hangs starves its own bundle only.
 * What waits here is only names of calls; that they are ready stands in the tasks' states.
 */
final class BundlePool {

  /** Enough to keep quick calls busy, few enough that many bundles do not drown the server. */
  private static final int THREADS = 32;

  private final Executor threads;
  private final Consumer<OngoingCall> run;
  private final Queue<OngoingCall> ready = new ArrayDeque<>();
  private int busy;

  BundlePool(Executor threads, Consumer<OngoingCall> run) {
    this.threads = threads;
    this.run = run;
  }

  void submit(OngoingCall call) {
    synchronized (this) {
      if (busy >= THREADS) {
        ready.add(call);
        return;
      }
      busy++;
    }
    threads.execute(() -> work(call));
  }

  /** Takes a call back that no thread has taken. */
  synchronized boolean takeBack(OngoingCall call) {
    return ready.remove(call);
  }

  private void work(OngoingCall first) {
    OngoingCall call = first;
    while (call != null) {
      run.accept(call);
      synchronized (this) {
        call = ready.poll();
        if (call == null) {
          busy--;
        }
      }
    }
  }
}
