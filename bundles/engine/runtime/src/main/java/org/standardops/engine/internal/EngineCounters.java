package org.standardops.engine.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.standardops.engine.Metric;

/** What the engine has done so far. Written by the engine's thread, read by any. */
final class EngineCounters {

  private volatile long letters;
  private volatile long commits;
  private volatile long rows;
  private volatile long commitNanos;

  @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes
  void decided(int count) {
    letters += count;
  }

  @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes
  void committed(int newRows, long nanos) {
    commits++;
    rows += newRows;
    commitNanos += nanos;
  }

  List<Metric> with(EngineParts parts) {
    List<Metric> metrics = new ArrayList<>();
    gauge(metrics, "tasks_in_memory", "Tasks in memory", parts.tasks().size());
    gauge(metrics, "tasks_in_memory_most", "Bound on tasks in memory", parts.admission().most());
    gauge(
        metrics,
        "tasks_queued",
        "Tasks that wait in the database for room in memory",
        parts.admission().queued());
    gauge(metrics, "tasks_faulted", "Tasks parked as engine faults", parts.tasks().faults().size());
    gauge(metrics, "mailbox_letters", "Inputs that wait for the engine", parts.mailbox().size());
    gauge(metrics, "calls_running", "Calls of atoms that have a thread", parts.calls().running());
    gauge(
        metrics,
        "calls_waiting",
        "Calls of atoms that wait for a thread of their bundle",
        parts.calls().waiting());
    gauge(metrics, "calls_hanging", "Calls that hang", parts.calls().hanging().size());
    gauge(
        metrics,
        "database_away",
        "1 while the database cannot be reached",
        parts.status().isAway() ? 1 : 0);
    counter(metrics, "decisions", "Inputs decided", letters);
    counter(metrics, "commits", "Transactions of the engine", commits);
    counter(metrics, "journal_rows", "Journal rows written", rows);
    counter(
        metrics, "commit_seconds", "Time spent in commits", commitNanos / (double) SECOND_NANOS);
    return metrics;
  }

  private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

  private static void gauge(List<Metric> metrics, String name, String help, double value) {
    metrics.add(Metric.gauge("standardops_engine_" + name, help + ".", value));
  }

  private static void counter(List<Metric> metrics, String name, String help, double value) {
    metrics.add(Metric.counter("standardops_engine_" + name, help + ".", value));
  }
}
