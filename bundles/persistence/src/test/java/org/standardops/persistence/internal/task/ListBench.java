package org.standardops.persistence.internal.task;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.standardops.engine.port.TaskRow;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.task.TaskStatus;
import org.standardops.persistence.internal.database.Database;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.persistence.internal.journal.JdbcJournalStore;
import org.standardops.persistence.internal.journal.Tasks;
import org.standardops.services.port.TaskSummaries.Filter;
import org.standardops.services.port.TaskSummaries.Summary;

/**
 * Time of lists and of the engine's look-ups over many tasks. Run by hand; arguments: {@code derby}
 * or {@code postgres}, a folder for Derby, how many tasks.
 */
final class ListBench {

  private static final PrintStream OUT = System.out;
  private static final int ROUNDS = 50;

  private ListBench() {}

  public static void main(String[] arguments) throws Exception {
    String url =
        arguments[0].equals("derby")
            ? "jdbc:derby:"
                + Files.createTempDirectory(Path.of(arguments[1]), "b")
                + "/db;create=true"
            : TestDatabase.newPostgres();
    int count = Integer.parseInt(arguments[2]);
    try (HikariDataSource dataSource = TestDatabase.pool(url)) {
      Database database = new Database(dataSource);
      JdbcJournalStore journal = new JdbcJournalStore(database);
      fill(journal, count);
      JdbcTaskSummaries summaries = new JdbcTaskSummaries(database);
      Page.Request first = new Page.Request(50, Optional.empty());
      Filter all = filter(List.of(), Optional.empty());
      Page.Request deep = new Page.Request(50, walk(summaries, all, 40));
      Instant now = Tasks.CREATED.plusSeconds(3600);
      time("first page", () -> summaries.list(all, first));
      time("page 41", () -> summaries.list(all, deep));
      time(
          "failed ones",
          () -> summaries.list(filter(List.of(TaskStatus.FAILED), Optional.empty()), first));
      time(
          "failed, running",
          () ->
              summaries.list(
                  filter(List.of(TaskStatus.FAILED, TaskStatus.RUNNING), Optional.empty()), first));
      time(
          "of a rare process",
          () ->
              summaries.list(
                  filter(List.of(), Optional.of(List.of(new ProcessId("rare")))), first));
      time("hot", () -> journal.of(Heat.HOT, Optional.empty(), 100));
      time("due", () -> journal.due(now, 100));
      time(
          "load 100",
          () ->
              journal.load(
                  LongStream.range(count / 2, count / 2 + 100).mapToObj(Tasks::id).toList()));
    }
    System.exit(0);
  }

  /** One of 1,000 is FAILED and parked, one HOT, one of a rare process; the others have ended. */
  private static void fill(JdbcJournalStore journal, int count) {
    Map<Integer, Long> epochs = journal.takeOver("bench");
    for (int from = 1; from <= count; from += 250) {
      List<TaskRow> rows = LongStream.range(from, from + 250).mapToObj(ListBench::row).toList();
      journal.commit(
          Tasks.batch(epochs, rows.stream().map(r -> Tasks.event(r.task(), 1)).toList(), rows));
    }
  }

  private static TaskRow row(long n) {
    ProcessId process = new ProcessId(n % 1000 == 3 ? "rare" : "p" + n % 20);
    TaskRow row =
        Tasks.created(
            Tasks.plan(Tasks.id(n), process, "CDN Prefetch " + n, "ann", Tasks.CREATED),
            n % 1000 == 1 ? TaskStatus.FAILED : TaskStatus.SUCCEEDED,
            n % 1000 == 1 ? Heat.PARKED : n % 1000 == 2 ? Heat.HOT : Heat.FINAL);
    return new TaskRow(
        row.task(),
        row.seq(),
        row.created(),
        row.name(),
        row.status(),
        row.overdue(),
        row.heat(),
        Optional.of(Tasks.CREATED.plusSeconds(n)),
        row.startAt(),
        row.startedAt(),
        row.endedAt(),
        Optional.of(new byte[1000]),
        row.atoms());
  }

  private static Filter filter(List<TaskStatus> states, Optional<List<ProcessId>> processes) {
    return new Filter(
        Tasks.BUSINESS,
        states,
        processes,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<String> walk(JdbcTaskSummaries summaries, Filter filter, int pages) {
    Optional<String> cursor = Optional.empty();
    for (int i = 0; i < pages; i++) {
      Page<Summary> page = summaries.list(filter, new Page.Request(50, cursor));
      cursor = page.nextCursor();
    }
    return cursor;
  }

  private static void time(String what, Runnable query) {
    long[] nanos = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      query.run();
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    OUT.printf(
        "%-20s median %8.3f ms, best %8.3f ms%n", what, nanos[ROUNDS / 2] / 1e6, nanos[0] / 1e6);
  }
}
