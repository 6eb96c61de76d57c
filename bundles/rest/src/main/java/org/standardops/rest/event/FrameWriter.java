package org.standardops.rest.event;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes frames whenever the reader can take more, and holds no thread while it cannot. Nothing is
 * written before the server says for the first time that writing is possible, which is after the
 * request's own thread has left it.
 */
final class FrameWriter implements WriteListener {

  /** What happens to a stream, told without a lock held. */
  interface Listener {
    /** All was written; more is welcome. */
    void drained();

    /** The reader has gone, or the stream has ended. */
    void gone();
  }

  private static final Logger LOG = LoggerFactory.getLogger(FrameWriter.class);

  private final AsyncContext context;
  private final ServletOutputStream out;
  private final Listener listener;
  private final Queue<byte[]> frames = new ArrayDeque<>();
  private boolean begun;
  private boolean unflushed;
  private boolean closing;
  private boolean over;

  FrameWriter(AsyncContext context, Listener listener) throws IOException {
    this.context = context;
    this.out = context.getResponse().getOutputStream();
    this.listener = listener;
  }

  /** Begins to listen for when writing is possible. */
  void begin() {
    out.setWriteListener(this);
  }

  @Override
  public void onWritePossible() {
    synchronized (this) {
      begun = true;
    }
    write();
  }

  @Override
  public void onError(Throwable readerGone) {
    finish();
  }

  /** Takes one more frame; the caller keeps {@link #pending()} within bounds. */
  void add(byte[] frame) {
    synchronized (this) {
      if (over || closing) {
        return;
      }
      frames.add(frame);
    }
    write();
  }

  synchronized int pending() {
    return frames.size();
  }

  /** Ends the stream after what was added. */
  void close() {
    synchronized (this) {
      closing = true;
    }
    write();
  }

  /** Ends the stream at once. */
  void abort() {
    finish();
  }

  private void write() {
    boolean drained;
    boolean finished;
    try {
      synchronized (this) {
        drained = begun && !over && writeWhileReady();
        finished = drained && closing;
      }
    } catch (IOException e) {
      finish();
      return;
    }
    if (finished) {
      finish();
    } else if (drained) {
      listener.drained();
    }
  }

  /** True where nothing is left. */
  private boolean writeWhileReady() throws IOException {
    while (out.isReady()) {
      byte[] frame = frames.poll();
      if (frame != null) {
        out.write(frame);
        unflushed = true;
      } else if (unflushed) {
        out.flush();
        unflushed = false;
      } else {
        return true;
      }
    }
    return false;
  }

  private void finish() {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      frames.clear();
    }
    listener.gone();
    try {
      context.complete();
    } catch (IllegalStateException alreadyEndedByTheServer) {
      LOG.debug("An event stream was over already.", alreadyEndedByTheServer);
    }
  }
}
