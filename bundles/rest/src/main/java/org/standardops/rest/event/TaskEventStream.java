package org.standardops.rest.event;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.AsyncContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.TaskState;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskStatus;

/**
 * One reader of a task's events. What had happened when it came is read from the journal, at the
 * reader's pace; what happens from then on comes from the engine through a bounded queue, and a
 * reader too slow for it is dropped: it can come back and go on after the last id that it saw.
 */
final class TaskEventStream implements FrameWriter.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(TaskEventStream.class);
  private static final int JOURNAL_ROWS = 200;
  private static final int LIVE_EVENTS = 1024;
  private static final int PENDING_FRAMES = 256;

  private final EventSource source;
  private final TaskId id;
  private final Executor executor;
  private final Runnable whenOver;
  private final Frames frames = new Frames();
  private final FrameWriter writer;
  private final ArrayBlockingQueue<TaskEvent> live = new ArrayBlockingQueue<>(LIVE_EVENTS);
  private final AtomicBoolean awake = new AtomicBoolean();
  private final AutoCloseable subscription;
  private final int journalEnd;
  private final boolean endedBefore;
  private volatile int readTo;
  private volatile boolean begun;
  private volatile boolean over;

  /**
   * A stream that has not begun.
   *
   * @param after the last sequence that the reader has
   */
  TaskEventStream(
      EventSource source, int after, AsyncContext context, Executor executor, Runnable whenOver)
      throws IOException {
    this.source = source;
    this.readTo = after;
    this.executor = executor;
    this.whenOver = whenOver;
    this.writer = new FrameWriter(context, this);
    this.subscription = source.subscribe(this::takeNote);
    try {
      TaskState now = source.now();
      this.id = now.plan().id();
      this.journalEnd = now.seq();
      this.endedBefore = now.status().isFinal();
    } catch (RuntimeException e) {
      unsubscribe();
      throw e;
    }
  }

  void begin() {
    begun = true;
    writer.add(Frames.COMMENT);
    writer.begin();
  }

  /**
   * Shows the reader, and everything between, that the stream is alive; ends it where the reader
   * has lost the right to it.
   */
  void comment() {
    try {
      source.now();
    } catch (ProductException e) {
      if (e.code() != ErrorCode.UNAVAILABLE) {
        writer.abort();
        return;
      }
    }
    if (writer.pending() == 0) {
      writer.add(Frames.COMMENT);
    }
  }

  void abort() {
    writer.abort();
  }

  /** On a thread of the engine. */
  private void takeNote(TaskEvent event) {
    boolean isVolatile = event.seq() == 0;
    if (over || isVolatile && live.remainingCapacity() < LIVE_EVENTS / 2) {
      return;
    }
    if (!live.offer(event)) {
      LOG.info("A reader of task {} is too slow for its events and was dropped.", id);
      over = true;
      executor.execute(writer::abort);
      return;
    }
    wake();
  }

  @Override
  public void drained() {
    wake();
  }

  @Override
  public void gone() {
    over = true;
    whenOver.run();
    unsubscribe();
  }

  private void unsubscribe() {
    try {
      subscription.close();
    } catch (Exception e) {
      LOG.warn("A subscription to task {} could not be closed.", id, e);
    }
  }

  private void wake() {
    if (begun && !over && canGoOn() && awake.compareAndSet(false, true)) {
      executor.execute(this::goOn);
    }
  }

  private boolean canGoOn() {
    return readTo < journalEnd
        ? writer.pending() == 0
        : (endedBefore || !live.isEmpty()) && writer.pending() < PENDING_FRAMES;
  }

  private void goOn() {
    try {
      if (readTo < journalEnd) {
        readJournal();
      } else if (endedBefore) {
        end();
      } else {
        passOn();
      }
    } catch (RuntimeException e) {
      LOG.warn("The events of task {} cannot be read; its reader was dropped.", id, e);
      writer.abort();
    } finally {
      awake.set(false);
    }
    wake();
  }

  private void readJournal() {
    for (TaskEvent event : source.events(readTo, JOURNAL_ROWS)) {
      if (event.seq() <= journalEnd) {
        writer.add(frames.of(event));
      }
    }
    readTo = Math.min(journalEnd, readTo + JOURNAL_ROWS);
  }

  private void passOn() {
    while (writer.pending() < PENDING_FRAMES) {
      TaskEvent event = live.poll();
      if (event == null) {
        return;
      }
      if (event.seq() == 0 || event.seq() > journalEnd) {
        writer.add(frames.of(event));
      }
      if (isEnd(event)) {
        end();
        return;
      }
    }
  }

  private void end() {
    over = true;
    writer.add(Frames.END);
    writer.close();
  }

  private static boolean isEnd(TaskEvent event) {
    return event.kind() == TaskEvent.Kind.TASK_STATE
        && event.state().filter(state -> TaskStatus.valueOf(state).isFinal()).isPresent();
  }
}
