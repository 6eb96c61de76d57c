package org.standardops.atom.host.internal;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Calls of one atom that somebody waits for: made on another thread, so that an atom that hangs
 * holds up nobody. One that does not even end when interrupted keeps its thread; so there are no
 * more than {@link #AT_ONCE}, and what comes beyond is refused at once. Thread-safe.
 */
final class QuickCalls {

  static final int AT_ONCE = 8;

  private final ExecutorService threads;
  private final Semaphore free = new Semaphore(AT_ONCE);

  QuickCalls(ExecutorService threads) {
    this.threads = threads;
  }

  /** What an atom is asked. */
  interface Work<T> {
    /**
     * @param cancelled true once nobody waits any more
     */
    T with(BooleanSupplier cancelled) throws Exception;
  }

  /** No answer came, and none will be taken. */
  static final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    NoAnswer(String message) {
      super(message);
    }
  }

  /**
   * @throws ExecutionException with what the atom threw
   * @throws NoAnswer in time, or too many are asked already
   */
  <T> T call(Duration most, Work<T> work) throws ExecutionException, NoAnswer {
    if (!free.tryAcquire()) {
      throw new NoAnswer("it has not answered " + AT_ONCE + " earlier questions yet");
    }
    Answer<T> answer = new Answer<>(work);
    try {
      threads.execute(answer);
    } catch (RejectedExecutionException e) {
      free.release();
      throw new NoAnswer("the server stops");
    }
    try {
      return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new NoAnswer("it did not answer within " + most.toSeconds() + " s");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswer("the server stops");
    }
  }

  /** Frees its place when the atom has really returned, however long nobody waits any more. */
  private final class Answer<T> extends FutureTask<T> {

    Answer(Work<T> work) {
      this(new Asked<>(work));
    }

    private Answer(Asked<T> asked) {
      super(() -> asked.work.with(() -> asked.dropped));
      this.asked = asked;
    }

    private final Asked<T> asked;

    @Override
    public void run() {
      try {
        super.run();
      } finally {
        free.release();
      }
    }

    @Override
    public boolean cancel(boolean interrupt) {
      asked.dropped = true;
      return super.cancel(interrupt);
    }
  }

  private static final class Asked<T> {
    private final Work<T> work;
    private volatile boolean dropped;

    Asked(Work<T> work) {
      this.work = work;
    }
  }
}
