package org.standardops.engine.internal;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.atom.Log;
import org.standardops.engine.port.NodeLogStore;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.model.TaskId;

/** The log of one call: gathered, masked, and written in chunks. Thread-safe. */
final class CallLog implements Log {

  private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
  private static final int LONGEST_LINE = 16 * 1024;
  private static final int CHUNK = 256 * 1024;

  /** What one call may write; a flood costs no more than this. */
  private static final long MOST = 10L << 20;

  static final int MOST_SECTIONS = 1_000;
  private static final int LONGEST_NAME = 200;

  private record Chunk(String section, StringBuilder text) {}

  private final NodeLogStore store;
  private final TaskId task;
  private final String node;
  private final int attempt;
  private final Masking masking;
  private final InstantSource clock;
  private final Runnable onWritten;
  private final Object writing = new Object();
  private final Set<String> sections = ConcurrentHashMap.newKeySet();
  private List<Chunk> gathered = new ArrayList<>();
  private long gatheredChars;
  private long written;

  CallLog(
      NodeLogStore store,
      OngoingCall call,
      Masking masking,
      InstantSource clock,
      Runnable onWritten) {
    this.store = store;
    this.task = call.task();
    this.node = call.node();
    this.attempt = call.attempt();
    this.masking = masking;
    this.clock = clock;
    this.onWritten = onWritten;
  }

  @Override
  public void info(String line) {
    add("", "INFO", line);
  }

  @Override
  public void warn(String line) {
    add("", "WARN", line);
  }

  @Override
  public void error(String line) {
    add("", "ERROR", line);
  }

  @Override
  public Log section(String wanted) {
    String name = named(wanted);
    return new Log() {
      @Override
      public void info(String line) {
        add(name, "INFO", line);
      }

      @Override
      public void warn(String line) {
        add(name, "WARN", line);
      }

      @Override
      public void error(String line) {
        add(name, "ERROR", line);
      }

      @Override
      public Log section(String inner) {
        return CallLog.this.section(name.isEmpty() ? inner : name + "/" + inner);
      }
    };
  }

  /** The name as it is kept; empty, which is the main log, where there are too many already. */
  private String named(String wanted) {
    String line = masking.mask(wanted).replaceAll("\\p{Cntrl}", " ").strip();
    String name = line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME);
    return sections.contains(name) || sections.size() < MOST_SECTIONS && sections.add(name)
        ? name
        : "";
  }

  private void add(String section, String level, String line) {
    String masked = masking.mask(line);
    String text =
        masked.length() <= LONGEST_LINE ? masked : masked.substring(0, LONGEST_LINE) + "… (cut)";
    boolean full;
    synchronized (this) {
      if (written > MOST) {
        return;
      }
      written += text.length();
      String entry =
          written > MOST
              ? "The log of this call is cut here: it is over " + (MOST >> 20) + " MiB.\n"
              : clock.instant() + " " + level + " " + text.replace("\n", "\n  ") + "\n";
      chunk(section).text().append(entry);
      gatheredChars += entry.length();
      full = gatheredChars >= CHUNK / 4;
    }
    if (full) {
      flush();
    }
  }

  private Chunk chunk(String section) {
    if (!gathered.isEmpty()) {
      Chunk last = gathered.get(gathered.size() - 1);
      if (last.section().equals(section) && last.text().length() < CHUNK / 4) {
        return last;
      }
    }
    Chunk next = new Chunk(section, new StringBuilder());
    gathered.add(next);
    return next;
  }

  /** Writes what gathered; a log that cannot be written is lost, and said to be. */
  void flush() {
    synchronized (writing) {
      writeGathered();
    }
  }

  private void writeGathered() {
    List<Chunk> toWrite;
    synchronized (this) {
      toWrite = gathered;
      gathered = new ArrayList<>();
      gatheredChars = 0;
    }
    if (toWrite.isEmpty()) {
      return;
    }
    try {
      for (Chunk chunk : toWrite) {
        byte[] text = chunk.text().toString().getBytes(StandardCharsets.UTF_8);
        store.append(task, node, attempt, chunk.section(), text);
      }
      onWritten.run();
    } catch (StoreUnavailableException e) {
      LOG.warn("Log lines of node {} of task {} are lost: the database is away.", node, task, e);
    }
  }
}
