package org.standardops.rest.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.AsyncContext;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;

/** All open event streams; a few threads serve them all. Thread-safe. */
public final class EventStreams implements AutoCloseable {

  /** How often a stream shows that it is alive. */
  public static final Duration COMMENT_INTERVAL = Duration.ofSeconds(15);

  private static final int MAX_STREAMS = 2_000;
  private static final int THREADS = 2;

  private final Set<TaskEventStream> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService threads;

  public EventStreams(Duration commentInterval) {
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newScheduledThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "standardops-events-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.scheduleAtFixedRate(
        () -> open.forEach(TaskEventStream::comment),
        commentInterval.toMillis(),
        commentInterval.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /**
   * Begins a stream; it ends the context in the end.
   *
   * @param after the last sequence that the reader has
   * @throws ProductException as the source refuses; UNAVAILABLE where there are too many
   */
  void open(EventSource source, int after, AsyncContext context) {
    if (open.size() >= MAX_STREAMS) {
      throw new ProductException(
          ErrorCode.UNAVAILABLE, "Too many event streams are open; read the list of events.");
    }
    AtomicReference<TaskEventStream> self = new AtomicReference<>();
    try {
      TaskEventStream stream =
          new TaskEventStream(source, after, context, threads, () -> open.remove(self.get()));
      self.set(stream);
      open.add(stream);
      stream.begin();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many streams are open. */
  public int size() {
    return open.size();
  }

  @Override
  public void close() {
    open.forEach(TaskEventStream::abort);
    threads.shutdownNow();
  }
}
