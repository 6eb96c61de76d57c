package org.standardops.atom.job.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Does a part of the work at each of many hosts, several at a time. The calling thread works too,
 * so that there is progress even where all further threads are taken by other calls.
 */
final class Fan implements AutoCloseable {

  private static final int MOST_THREADS = 128;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          MOST_THREADS,
          5,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> {
            Thread thread = new Thread(work, "standardops-job-hosts");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Returns when all work that was begun has ended.
   *
   * @param parallel at most so many at a time
   * @param enough true once nothing further is to be begun
   */
  <T> void forEach(List<T> all, int parallel, BooleanSupplier enough, Consumer<T> work) {
    Queue<T> waiting = new ConcurrentLinkedQueue<>(all);
    Runnable worker =
        () -> {
          for (T next = take(waiting, enough); next != null; next = take(waiting, enough)) {
            work.accept(next);
          }
        };
    List<Future<?>> helpers = new ArrayList<>();
    try {
      for (int i = 1; i < Math.min(parallel, all.size()); i++) {
        helpers.add(threads.submit(worker));
      }
    } catch (RejectedExecutionException e) {
      // Fewer at a time, then.
    }
    worker.run();
    helpers.forEach(Fan::await);
  }

  private static <T> T take(Queue<T> waiting, BooleanSupplier enough) {
    return enough.getAsBoolean() ? null : waiting.poll();
  }

  private static void await(Future<?> helper) {
    try {
      helper.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The call was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
