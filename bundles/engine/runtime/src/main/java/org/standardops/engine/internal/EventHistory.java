package org.standardops.engine.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.Entry;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.JournalRow;
import org.standardops.engine.port.JournalStore;
import org.standardops.engine.port.JournalStore.StoredTask;
import org.standardops.model.TaskId;

/**
 * What happened to a task, from any journal row on. What a row changed is told by the state before
 * it, so the states at which readers stopped are kept for when they come again: who reads a long
 * journal page by page folds it once. Thread-safe.
 */
final class EventHistory {

  private static final int PAGE = 1_000;

  /** Tasks of which states are kept, and states of each; states of one task share most of it. */
  private static final int MOST_TASKS = 64;

  private static final int MOST_STATES = 8;

  private final JournalStore store;
  private final EventCodec codec;
  private final HotTasks tasks;
  private final Map<TaskId, NavigableMap<Integer, TaskState>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<TaskId, NavigableMap<Integer, TaskState>> eldest) {
          return size() > MOST_TASKS;
        }
      };

  EventHistory(JournalStore store, EventCodec codec, HotTasks tasks) {
    this.store = store;
    this.codec = codec;
    this.tasks = tasks;
  }

  /**
   * @param limit journal rows, at most 1,000
   */
  List<TaskEvent> read(TaskId task, int afterSeq, int limit) {
    Optional<TaskState> now = tasks.committed(task);
    if (now.isPresent() && afterSeq >= now.get().seq()) {
      return List.of(); // the commonest reader: it has seen all
    }
    int last = afterSeq + Math.min(PAGE, limit);
    Optional<TaskState> state = near(task, afterSeq, now);
    int seq = state.map(TaskState::seq).orElse(0);
    List<TaskEvent> events = new ArrayList<>();
    List<JournalRow> rows;
    do {
      rows = store.read(task, seq, Math.min(PAGE, last - seq));
      for (JournalRow row : rows) {
        Entry entry = codec.decode(row);
        if (entry.seq() > afterSeq) {
          events.addAll(EventViews.of(state, entry));
        }
        state = Optional.of(next(state, entry));
        seq = entry.seq();
      }
    } while (!rows.isEmpty() && seq < last);
    state.ifPresent(end -> keep(task, end));
    return events;
  }

  private static TaskState next(Optional<TaskState> state, Entry entry) {
    return state.map(before -> before.apply(entry)).orElseGet(() -> TaskState.created(entry));
  }

  /** The latest state known that is not after this row; empty: it must be folded from the first. */
  private Optional<TaskState> near(TaskId task, int seq, Optional<TaskState> now) {
    Optional<TaskState> best = kept(task, seq);
    if (best.isPresent() && best.get().seq() == seq || seq < PAGE) {
      return best;
    }
    int known = best.map(TaskState::seq).orElse(0);
    return snapshot(task, seq, now).filter(state -> state.seq() > known).or(() -> best);
  }

  /** Of a task out of memory the database may have a state near its end. */
  private Optional<TaskState> snapshot(TaskId task, int seq, Optional<TaskState> now) {
    if (now.isPresent()) {
      return Optional.empty();
    }
    return Optional.ofNullable(store.load(List.of(task)).get(task))
        .filter(stored -> stored.snapshotSeq() <= seq)
        .flatMap(StoredTask::snapshot)
        .map(codec::decodeSnapshot);
  }

  private synchronized Optional<TaskState> kept(TaskId task, int seq) {
    return Optional.ofNullable(kept.get(task))
        .map(states -> states.floorEntry(seq))
        .map(Map.Entry::getValue);
  }

  private synchronized void keep(TaskId task, TaskState state) {
    NavigableMap<Integer, TaskState> states = kept.computeIfAbsent(task, id -> new TreeMap<>());
    states.put(state.seq(), state);
    if (states.size() > MOST_STATES) {
      states.pollFirstEntry();
    }
  }
}
