package org.standardops.engine.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.standardops.engine.port.JournalStore;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.TaskId;

/**
 * Bounds the tasks in memory. Over the bound, what could begin is queued in the database, and comes
 * in the order of ids when there is room again; what is under way already may go a little over it.
 * For the engine's thread alone, but for {@link #queued}.
 */
final class Admission {

  private static final int PAGE = 256;

  private final JournalStore store;
  private final HotTasks tasks;
  private final int most;
  private volatile long queued;
  private int underWay;

  Admission(JournalStore store, HotTasks tasks, int most) {
    this.store = store;
    this.tasks = tasks;
    this.most = most;
  }

  /** Counts those that an engine before this one queued. */
  void recover() {
    long found = 0;
    Optional<TaskId> after = Optional.empty();
    List<TaskId> page;
    do {
      page = store.of(Heat.QUEUED, after, 10_000);
      found += page.size();
      after = page.stream().reduce((first, second) -> second);
    } while (page.size() == 10_000);
    queued = found;
  }

  /** True where one more task may begin at once: nobody who came before waits for it. */
  boolean hasRoom() {
    return queued == 0 && tasks.size() <= most;
  }

  /** How many due tasks may be woken: those under way go before those that have not begun. */
  int roomToWake() {
    return Math.max(0, most + most / 4 + 1 - tasks.size());
  }

  /** True where somebody waits for room, and there is some. */
  boolean couldAdmit() {
    return queued > 0 && underWay == 0 && tasks.size() < most;
  }

  /** Letters for those that may come now. */
  List<Letter> admit() {
    if (!couldAdmit()) {
      return List.of();
    }
    int room = Math.min(PAGE, most - tasks.size());
    int faults = tasks.faults().size();
    List<TaskId> next =
        store.of(Heat.QUEUED, Optional.empty(), room + faults).stream()
            .filter(id -> tasks.fault(id).isEmpty())
            .limit(room)
            .toList();
    if (next.isEmpty()) {
      queued = 0;
    }
    underWay = next.size();
    return next.stream().map(this::letter).toList();
  }

  private Letter letter(TaskId task) {
    CompletableFuture<Void> reply = new CompletableFuture<>();
    reply.whenComplete((done, failure) -> underWay--);
    return new Letter.Admit(task, reply);
  }

  /** A row that moves a task into the queue or out of it is on disk. */
  void moved(boolean before, boolean after) {
    if (before != after) {
      queued = Math.max(0, queued + (after ? 1 : -1));
    }
  }

  /** Tasks that wait in the database for room. */
  long queued() {
    return queued;
  }

  int most() {
    return most;
  }
}
