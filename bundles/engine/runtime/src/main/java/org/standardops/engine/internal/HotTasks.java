package org.standardops.engine.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.JournalRow;
import org.standardops.engine.port.JournalStore;
import org.standardops.engine.port.JournalStore.StoredTask;
import org.standardops.model.TaskId;

/**
 * The tasks in memory, and those that cannot be gone on with. The engine's thread changes them;
 * committed states may be read by any thread.
 */
final class HotTasks {

  private static final Logger LOG = LoggerFactory.getLogger(HotTasks.class);

  private final JournalStore store;
  private final EventCodec codec;
  private final Map<TaskId, HotTask> tasks = new ConcurrentHashMap<>();
  private final Map<TaskId, String> faulted = new ConcurrentHashMap<>();

  HotTasks(JournalStore store, EventCodec codec) {
    this.store = store;
    this.codec = codec;
  }

  Optional<HotTask> find(TaskId task) {
    return Optional.ofNullable(tasks.get(task));
  }

  Optional<TaskState> committed(TaskId task) {
    return find(task).flatMap(HotTask::committed);
  }

  Collection<HotTask> all() {
    return tasks.values();
  }

  int size() {
    return tasks.size();
  }

  void add(HotTask task) {
    tasks.put(task.id, task);
  }

  void remove(TaskId task) {
    tasks.remove(task);
  }

  /** Why a task is not gone on with; empty: it is. */
  Optional<String> fault(TaskId task) {
    return Optional.ofNullable(faulted.get(task));
  }

  Map<TaskId, String> faults() {
    return Map.copyOf(faulted);
  }

  /** The task is left as it is in the database until the server is started again. */
  void fault(TaskId task, String reason) {
    LOG.error("Task {} is parked with an engine fault: {}", task, reason);
    tasks.remove(task);
    faulted.put(task, reason);
  }

  /**
   * Reads tasks back, with one read.
   *
   * @return those that were not in memory and are now; unknown ids are left out
   */
  List<HotTask> load(Collection<TaskId> ids) {
    List<TaskId> missing =
        ids.stream()
            .distinct()
            .filter(id -> !tasks.containsKey(id) && !faulted.containsKey(id))
            .toList();
    List<HotTask> loaded = new ArrayList<>();
    if (!missing.isEmpty()) {
      store.load(missing).forEach((id, stored) -> readBack(id, stored).ifPresent(loaded::add));
      loaded.forEach(this::add);
    }
    return loaded;
  }

  private Optional<HotTask> readBack(TaskId id, StoredTask stored) {
    try {
      return stateOf(stored)
          .map(
              state ->
                  HotTask.readBack(
                      state,
                      stored.heat(),
                      stored.snapshot().map(bytes -> bytes.length).orElse(0),
                      stored.rows().stream().mapToLong(row -> row.data().length).sum()));
    } catch (EventCodec.UnreadableRow e) {
      LOG.error("Task {} cannot be read back.", id, e);
      fault(id, e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<TaskState> stateOf(StoredTask stored) {
    List<JournalRow> rows = stored.rows();
    if (stored.snapshot().isPresent()) {
      return Optional.of(codec.fold(codec.decodeSnapshot(stored.snapshot().get()), rows));
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(codec.fold(rows));
  }

  /** The committed state, from memory or the database; for any thread. */
  Optional<TaskState> read(TaskId task) {
    return committed(task)
        .or(() -> Optional.ofNullable(store.load(List.of(task)).get(task)).flatMap(this::stateOf));
  }
}
