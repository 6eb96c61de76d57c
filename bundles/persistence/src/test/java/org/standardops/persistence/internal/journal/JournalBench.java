package org.standardops.persistence.internal.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.standardops.engine.port.JournalRow;
import org.standardops.engine.port.TaskRow;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskStatus;
import org.standardops.persistence.internal.database.Database;
import org.standardops.persistence.internal.database.TestDatabase;

/**
 * Rows a second through {@link JdbcJournalStore#commit}, on disk, with the durability of a real
 * server. CPU is this thread's own, with the making of the rows: all of it on Derby. Run by hand
 * with {@code -Ddurable=on}; arguments: {@code derby} or {@code postgres}, a folder for Derby.
 */
final class JournalBench {

  private static final PrintStream OUT = System.out;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final byte[] EVENT = new byte[120];
  private static final int SECONDS = 4;

  private final JdbcJournalStore store;
  private final Map<Integer, Long> epochs;
  private long nextTask;

  private JournalBench(JdbcJournalStore store) {
    this.store = store;
    this.epochs = store.takeOver("bench");
  }

  public static void main(String[] arguments) throws Exception {
    Arrays.fill(EVENT, (byte) 'x');
    String url =
        arguments[0].equals("derby")
            ? "jdbc:derby:"
                + Files.createTempDirectory(Path.of(arguments[1]), "b")
                + "/db;create=true"
            : TestDatabase.newPostgres();
    try (HikariDataSource dataSource = TestDatabase.pool(url)) {
      JournalBench bench = new JournalBench(new JdbcJournalStore(new Database(dataSource)));
      bench.rows(200, 20);
      for (int rows : new int[] {1, 50, 200, 256}) {
        bench.rows(rows, Math.max(1, rows / 10));
      }
      bench.rows(256, 256);
      bench.withTaskRows(50);
    }
    System.exit(0);
  }

  /** Journal rows alone, spread over this many tasks a batch. */
  private void rows(int rowsPerBatch, int tasksPerBatch) {
    long batches = 0;
    long nanos = 0;
    long cpu = THREADS.getCurrentThreadCpuTime();
    int seq = 1;
    List<TaskId> tasks = newTasks(tasksPerBatch);
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    while (System.nanoTime() < end) {
      List<JournalRow> rows = new ArrayList<>(rowsPerBatch);
      for (int i = 0; i < rowsPerBatch; i++) {
        rows.add(Tasks.event(tasks.get(i % tasksPerBatch), seq + i / tasksPerBatch, EVENT));
      }
      seq += (rowsPerBatch + tasksPerBatch - 1) / tasksPerBatch;
      if (seq > 20) {
        tasks = newTasks(tasksPerBatch);
        seq = 1;
      }
      long start = System.nanoTime();
      store.commit(Tasks.batch(epochs, rows, List.of()));
      nanos += System.nanoTime() - start;
      batches++;
    }
    report(
        rowsPerBatch + " rows of " + tasksPerBatch + " tasks", batches, rowsPerBatch, nanos, cpu);
  }

  /** Each task: its row and first event in one batch, nine events, its last event and final row. */
  private void withTaskRows(int tasksPerBatch) {
    long batches = 0;
    long nanos = 0;
    long cpu = THREADS.getCurrentThreadCpuTime();
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    while (System.nanoTime() < end) {
      List<TaskId> tasks = newTasks(tasksPerBatch);
      for (int seq = 1; seq <= 11; seq++) {
        int s = seq;
        List<JournalRow> rows = tasks.stream().map(t -> Tasks.event(t, s, EVENT)).toList();
        List<TaskRow> changes =
            tasks.stream()
                .filter(t -> s == 1 || s == 11)
                .map(t -> s == 1 ? Tasks.created(t, Heat.HOT) : finished(t, s))
                .toList();
        long start = System.nanoTime();
        store.commit(Tasks.batch(epochs, rows, changes));
        nanos += System.nanoTime() - start;
        batches++;
      }
    }
    report(
        "whole 10-atom tasks, " + tasksPerBatch + " at once", batches, tasksPerBatch, nanos, cpu);
  }

  private static TaskRow finished(TaskId task, int seq) {
    return Tasks.changed(
        task, seq, TaskStatus.SUCCEEDED, Heat.FINAL, Optional.empty(), Optional.empty());
  }

  private List<TaskId> newTasks(int count) {
    long first = nextTask;
    nextTask += count;
    return IntStream.range(0, count).mapToObj(i -> Tasks.id(1000 + first + i)).toList();
  }

  private static void report(
      String what, long batches, int rowsPerBatch, long nanos, long cpuBefore) {
    long cpu = THREADS.getCurrentThreadCpuTime() - cpuBefore;
    OUT.printf(
        "%-40s %,9d rows/s  %7.3f ms a commit  %6.2f us CPU a row%n",
        what,
        batches * rowsPerBatch * 1_000_000_000L / nanos,
        nanos / 1e6 / batches,
        cpu / 1e3 / batches / rowsPerBatch);
  }
}
