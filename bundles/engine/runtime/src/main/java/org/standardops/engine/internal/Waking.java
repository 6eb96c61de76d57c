package org.standardops.engine.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.standardops.engine.core.Dues;
import org.standardops.engine.core.Input;
import org.standardops.engine.port.JournalStore;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.TaskId;

/** Brings tasks back into memory: at the start, when they are due, when they get a letter. */
final class Waking {

  private static final int PAGE = 256;

  private final JournalStore store;
  private final HotTasks tasks;
  private final DueTimes dueTimes;
  private final Instant bootedAt;

  Waking(JournalStore store, HotTasks tasks, DueTimes dueTimes, Instant bootedAt) {
    this.store = store;
    this.tasks = tasks;
    this.dueTimes = dueTimes;
    this.bootedAt = bootedAt;
  }

  /** All tasks that were in memory when the engine before ended; each is to be recovered. */
  List<Letter> recover() {
    List<Letter> letters = new ArrayList<>();
    Optional<TaskId> after = Optional.empty();
    List<TaskId> page;
    do {
      page = store.of(Heat.HOT, after, PAGE);
      tasks.load(page).forEach(task -> letters.add(recovered(task)));
      after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1));
    } while (page.size() == PAGE);
    return letters;
  }

  /**
   * Reads back those that are not in memory.
   *
   * @return letters for those that an engine before this one may have called for
   */
  List<Letter> load(Collection<TaskId> ids) {
    List<Letter> letters = new ArrayList<>();
    for (HotTask task : tasks.load(ids)) {
      Optional<Instant> due = Dues.next(task.newest, Instant.MIN);
      if (due.isPresent() && !due.get().isAfter(bootedAt)) {
        letters.add(recovered(task));
      }
      dueTimes.set(task.id, due);
    }
    return letters;
  }

  /**
   * Reads back parked tasks that are due before the given time.
   *
   * @param most may come now
   * @return true where there may be more
   */
  boolean wake(Instant before, int most, Consumer<Letter> letters) {
    List<TaskId> due = most == 0 ? List.of() : store.due(before, Math.min(PAGE, most));
    List<TaskId> asleep = due.stream().filter(id -> tasks.find(id).isEmpty()).toList();
    load(asleep).forEach(letters);
    return due.size() >= Math.min(PAGE, most) && !asleep.isEmpty();
  }

  /** Tasks that wait for an atom, by id. */
  List<TaskId> awaitingAtoms(Optional<TaskId> after, int most) {
    return store.of(Heat.AWAITING_ATOM, after, Math.min(PAGE, most));
  }

  /** Fails where the database is away. */
  void probe() {
    store.due(Instant.EPOCH, 1);
  }

  private static Letter recovered(HotTask task) {
    return new Letter.Deliver(task.id, new Input.Recovered(), false, new CompletableFuture<>());
  }
}
