package org.standardops.engine.internal;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The threads that one bundle's atoms may use: so an atom that hangs starves its own bundle only. A
 * call that hangs gets its thread replaced, up to a bound. What waits here is only names of calls;
 * that they are ready stands in the tasks' states.
 */
final class BundlePool {

  /** Enough to keep quick calls busy, few enough that many bundles do not drown the server. */
  static final int THREADS = 32;

  /** Threads that hang beside those that work; with more, the bundle is left to starve. */
  static final int MOST_HUNG = 32;

  private final Executor threads;
  private final Consumer<OngoingCall> run;
  private final Queue<OngoingCall> ready = new ArrayDeque<>();
  private final Set<OngoingCall> running = new HashSet<>();
  private final Set<OngoingCall> hung = new HashSet<>();

  BundlePool(Executor threads, Consumer<OngoingCall> run) {
    this.threads = threads;
    this.run = run;
  }

  void submit(OngoingCall call) {
    synchronized (this) {
      if (running.size() >= THREADS) {
        ready.add(call);
        return;
      }
      running.add(call);
    }
    threads.execute(() -> work(call));
  }

  /** Takes a call back that no thread has taken. */
  synchronized boolean takeBack(OngoingCall call) {
    return ready.remove(call);
  }

  /** The thread of this call counts no more: another one takes what is ready. */
  void replace(OngoingCall call) {
    OngoingCall next;
    synchronized (this) {
      if (hung.size() >= MOST_HUNG || !running.remove(call)) {
        return;
      }
      hung.add(call);
      next = take();
    }
    if (next != null) {
      threads.execute(() -> work(next));
    }
  }

  /** Calls that no thread has taken yet. */
  synchronized int waiting() {
    return ready.size();
  }

  synchronized int running() {
    return running.size();
  }

  private void work(OngoingCall first) {
    OngoingCall call = first;
    while (call != null) {
      run.accept(call);
      synchronized (this) {
        hung.remove(call);
        call = running.remove(call) ? take() : null; // a thread that was replaced ends
      }
    }
  }

  private OngoingCall take() {
    OngoingCall next = ready.poll();
    if (next != null) {
      running.add(next);
    }
    return next;
  }
}
