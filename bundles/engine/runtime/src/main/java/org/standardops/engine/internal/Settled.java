package org.standardops.engine.internal;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.standardops.engine.core.Dues;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.TaskRow;
import org.standardops.engine.port.TaskRow.Heat;

/** What follows a commit: the new state is shown, who waits is answered, effects go out. */
final class Settled {

  private final HotTasks tasks;
  private final DueTimes dueTimes;
  private final Admission admission;
  private final AtomCalls calls;
  private final ProgressBoard progress;
  private final Subscriptions subscriptions;
  private final InstantSource clock;

  Settled(
      HotTasks tasks,
      DueTimes dueTimes,
      Admission admission,
      AtomCalls calls,
      ProgressBoard progress,
      Subscriptions subscriptions,
      InstantSource clock) {
    this.tasks = tasks;
    this.dueTimes = dueTimes;
    this.admission = admission;
    this.calls = calls;
    this.progress = progress;
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  void after(Batch batch) {
    for (Batch.Work work : batch.works()) {
      after(work);
    }
  }

  private void after(Batch.Work work) {
    HotTask task = work.task;
    TaskState state = task.newest;
    boolean queuedBefore = task.isQueued();
    task.commit();
    work.row.ifPresent(
        row -> {
          task.stored = work.row;
          task.heat = Optional.of(row.heat());
          admission.moved(queuedBefore, task.isQueued());
          row.snapshot()
              .ifPresent(
                  snapshot -> {
                    task.snapshotBytes = snapshot.length;
                    task.bytesSinceSnapshot = 0;
                  });
        });
    for (Consumer<TaskState> reply : work.replies) {
      reply.accept(state); // before the effects: what is answered may be called again
    }
    if (!task.isQueued()) {
      work.effects.forEach(effect -> calls.carryOut(state, effect));
    }
    work.steps.forEach(step -> progress.follow(task.id, step.entry()));
    subscriptions.tell(task.id, work.steps);
    if (heat(work) == Heat.HOT) {
      dueTimes.set(task.id, Dues.next(state, task.seenUntil));
    } else {
      dueTimes.set(task.id, Optional.empty());
      tasks.remove(task.id);
    }
  }

  /** As the database has it, so that nothing leaves memory that the database does not wake. */
  private Heat heat(Batch.Work work) {
    return work.task
        .stored
        .map(TaskRow::heat)
        .or(() -> work.task.heat.filter(heat -> heat == Heat.QUEUED))
        .orElseGet(() -> Parking.heat(work.task.newest, clock.instant()));
  }
}
