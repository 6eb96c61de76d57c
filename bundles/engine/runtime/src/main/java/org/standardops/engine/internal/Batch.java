package org.standardops.engine.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.standardops.engine.core.Effect;
import org.standardops.engine.core.Entry;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.AuditRecord;
import org.standardops.engine.port.CommitBatch;
import org.standardops.engine.port.CommitBatch.CallbackKey;
import org.standardops.engine.port.JournalRow;
import org.standardops.engine.port.TaskRow;
import org.standardops.model.TaskId;
import org.standardops.model.task.Notice;

/** The decisions that one transaction makes durable, by task. */
final class Batch {

  /** What was decided of one task, and what follows once it is on disk. */
  static final class Work {
    final HotTask task;
    final List<Letter> letters = new ArrayList<>();
    final List<JournalRow> rows = new ArrayList<>();
    final List<CallbackKey> callbacks = new ArrayList<>();
    final List<AuditRecord> audits = new ArrayList<>();
    final List<Notice> notices = new ArrayList<>();
    final List<Effect> effects = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    final List<Consumer<TaskState>> replies = new ArrayList<>();
    Optional<TaskRow> row = Optional.empty();

    /** A queued task has its turn. */
    boolean admitted;

    Work(HotTask task) {
      this.task = task;
    }

    boolean writes() {
      return !rows.isEmpty() || !callbacks.isEmpty() || row.isPresent();
    }
  }

  /** One row and the state before it, for those who watch. */
  record Step(Optional<TaskState> before, Entry entry) {}

  private final Map<TaskId, Work> works;
  private int rows;
  private long bytes;

  Batch() {
    this(new LinkedHashMap<>());
  }

  private Batch(Map<TaskId, Work> works) {
    this.works = works;
  }

  Work of(HotTask task) {
    return works.computeIfAbsent(task.id, id -> new Work(task));
  }

  void add(Work work, JournalRow row) {
    work.rows.add(row);
    rows++;
    bytes += row.data().length;
  }

  boolean isFull(int mostRows, long mostBytes) {
    return rows >= mostRows || bytes >= mostBytes;
  }

  /** Journal rows in it. */
  int rows() {
    return works.values().stream().mapToInt(work -> work.rows.size()).sum();
  }

  Collection<Work> works() {
    return works.values();
  }

  boolean writes() {
    return works.values().stream().anyMatch(Work::writes);
  }

  /** Two halves; only for more than one task. */
  List<Batch> halves() {
    Map<TaskId, Work> first = new LinkedHashMap<>();
    Map<TaskId, Work> second = new LinkedHashMap<>();
    works.forEach((id, work) -> (first.size() < works.size() / 2 ? first : second).put(id, work));
    return List.of(new Batch(first), new Batch(second));
  }

  CommitBatch toCommit(Map<Integer, Long> epochs) {
    Map<Integer, Long> concerned = new HashMap<>();
    List<JournalRow> allRows = new ArrayList<>();
    List<TaskRow> tasks = new ArrayList<>();
    List<CallbackKey> callbacks = new ArrayList<>();
    List<AuditRecord> audits = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    for (Work work : works.values()) {
      if (work.writes()) {
        int shard = work.task.id.shard();
        concerned.put(shard, epochs.get(shard));
        allRows.addAll(work.rows);
        work.row.ifPresent(tasks::add);
        callbacks.addAll(work.callbacks);
        audits.addAll(work.audits);
        notices.addAll(work.notices);
      }
    }
    return new CommitBatch(concerned, allRows, tasks, callbacks, notices, audits);
  }
}
