package org.standardops.engine.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.standardops.engine.port.CommitBatch;
import org.standardops.engine.port.FencedException;
import org.standardops.engine.port.JournalRow;
import org.standardops.engine.port.JournalStore;
import org.standardops.engine.port.RejectedException;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.engine.port.TaskRow;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.TaskId;

/** Keeps bytes only, as a database would, and fails as told. */
final class InMemoryJournalStore implements JournalStore {

  /** A task's row without the objects that came with it. */
  record Row(Heat heat, Optional<Instant> nextDue, Optional<byte[]> snapshot, int snapshotSeq) {}

  private static final java.util.Set<Heat> LEAVE =
      java.util.EnumSet.of(Heat.PARKED, Heat.AWAITING_ATOM);

  private final TreeMap<TaskId, List<JournalRow>> journal = new TreeMap<>();
  private final TreeMap<TaskId, Row> rows = new TreeMap<>();
  private final Map<String, CallbackTarget> callbacks = new HashMap<>();
  private long epoch;
  private int commits;

  volatile boolean away;

  /** Asked before each commit; may throw. */
  volatile Consumer<CommitBatch> beforeCommit = batch -> {};

  /** Asked after each commit is on disk; may throw. */
  volatile Consumer<CommitBatch> afterCommit = batch -> {};

  /** Data that the database refuses. */
  volatile Predicate<JournalRow> refuses = row -> false;

  @Override
  public synchronized Map<Integer, Long> takeOver(String owner) {
    requireThere();
    epoch++;
    Map<Integer, Long> epochs = new HashMap<>();
    for (int shard = 0; shard < 256; shard++) {
      epochs.put(shard, epoch);
    }
    return epochs;
  }

  @Override
  public void commit(CommitBatch batch) {
    beforeCommit.accept(batch);
    write(batch);
    afterCommit.accept(batch);
  }

  private synchronized void write(CommitBatch batch) {
    requireThere();
    fence(batch.epochs().values());
    if (batch.rows().stream().anyMatch(refuses)) {
      throw new RejectedException("refused", null);
    }
    for (JournalRow row : batch.rows()) {
      List<JournalRow> there = journal.computeIfAbsent(row.task(), id -> new ArrayList<>());
      if (row.seq() != there.size() + 1) {
        throw new RejectedException("row " + row.seq() + " after " + there.size(), null);
      }
      there.add(
          new JournalRow(
              row.task(), row.seq(), row.at(), row.kind(), row.version(), row.data().clone()));
    }
    for (TaskRow task : batch.tasks()) {
      Row before = rows.get(task.task());
      if (before == null && task.created().isEmpty()) {
        throw new RejectedException("no row of " + task.task(), null);
      }
      boolean fresh = task.snapshot().isPresent();
      rows.put(
          task.task(),
          new Row(
              task.heat(),
              task.nextDue(),
              fresh ? task.snapshot() : before == null ? Optional.empty() : before.snapshot(),
              fresh ? task.seq() : before == null ? 0 : before.snapshotSeq()));
    }
    for (CommitBatch.CallbackKey key : batch.callbacks()) {
      callbacks.put(hex(key.keyHash()), new CallbackTarget(key.task(), key.node(), key.attempt()));
    }
    commits++;
  }

  private void fence(Collection<Long> epochs) {
    if (epochs.stream().anyMatch(held -> held != epoch)) {
      throw new FencedException("epoch is " + epoch, null);
    }
  }

  @Override
  public synchronized boolean isCommitted(TaskId task, int seq, int shard, long held) {
    requireThere();
    fence(List.of(held));
    return journal.getOrDefault(task, List.of()).size() >= seq;
  }

  @Override
  public synchronized List<JournalRow> read(TaskId task, int afterSeq, int limit) {
    requireThere();
    return journal.getOrDefault(task, List.of()).stream()
        .filter(row -> row.seq() > afterSeq)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Map<TaskId, StoredTask> load(Collection<TaskId> tasks) {
    requireThere();
    Map<TaskId, StoredTask> stored = new HashMap<>();
    for (TaskId task : tasks) {
      Row row = rows.get(task);
      if (row != null) {
        stored.put(
            task,
            new StoredTask(
                row.heat(),
                row.snapshot(),
                row.snapshotSeq(),
                read(task, row.snapshot().isPresent() ? row.snapshotSeq() : 0, 1_000_000)));
      }
    }
    return stored;
  }

  @Override
  public synchronized List<TaskId> of(Heat heat, Optional<TaskId> after, int limit) {
    requireThere();
    return rows.entrySet().stream()
        .filter(entry -> entry.getValue().heat() == heat)
        .map(Map.Entry::getKey)
        .filter(id -> after.isEmpty() || id.compareTo(after.get()) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<TaskId> due(Instant before, int limit) {
    requireThere();
    return rows.entrySet().stream()
        .filter(entry -> LEAVE.contains(entry.getValue().heat()))
        .filter(entry -> entry.getValue().nextDue().map(due -> due.isBefore(before)).orElse(false))
        .sorted(Comparator.comparing(entry -> entry.getValue().nextDue().orElseThrow()))
        .map(Map.Entry::getKey)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<CallbackTarget> findCallback(byte[] keyHash) {
    requireThere();
    return Optional.ofNullable(callbacks.get(hex(keyHash)));
  }

  synchronized Row row(TaskId task) {
    return rows.get(task);
  }

  synchronized List<JournalRow> journal(TaskId task) {
    return List.copyOf(journal.getOrDefault(task, List.of()));
  }

  synchronized int commits() {
    return commits;
  }

  private void requireThere() {
    if (away) {
      throw new StoreUnavailableException("The database is away.", null);
    }
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }
}
