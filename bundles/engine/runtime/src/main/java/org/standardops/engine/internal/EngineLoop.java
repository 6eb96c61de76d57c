package org.standardops.engine.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.core.Input;
import org.standardops.engine.port.FencedException;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;

/**
 * One turn of the engine: drain the mailbox, read back who is not in memory, decide, commit as one
 * transaction, then tell and act. What gathers during a commit is the next batch. For the engine's
 * thread alone.
 */
final class EngineLoop {

  private static final Logger LOG = LoggerFactory.getLogger(EngineLoop.class);
  private static final int MOST_ROWS = 256;
  private static final long MOST_BYTES = 1 << 20;

  /** Idle, the loop looks for parked tasks this often, and this far ahead. */
  private static final Duration WAKE_EVERY = Duration.ofSeconds(5);

  private static final Duration WAKE_AHEAD = Duration.ofSeconds(10);
  private static final Duration PAUSE_WHILE_AWAY = Duration.ofMillis(200);

  private final Mailbox mailbox;
  private final HotTasks tasks;
  private final DueTimes dueTimes;
  private final Waking waking;
  private final Admission admission;
  private final Decider decider;
  private final Parking parking;
  private final GroupCommit commit;
  private final Settled settled;
  private final Lease lease;
  private final EngineStatus status;
  private final EngineCounters counters;
  private final InstantSource clock;
  private final Deque<Letter> pending = new ArrayDeque<>();
  private Instant nextWake = Instant.MIN;

  /** How far the tasks that wait for an atom were told which there are; empty: all were. */
  private Optional<Optional<TaskId>> lookForAtomsAfter = Optional.of(Optional.empty());

  EngineLoop(EngineParts parts, GroupCommit commit) {
    this.mailbox = parts.mailbox();
    this.tasks = parts.tasks();
    this.dueTimes = parts.dueTimes();
    this.waking = parts.waking();
    this.admission = parts.admission();
    this.decider = parts.decider();
    this.parking = parts.parking();
    this.commit = commit;
    this.settled = parts.settled();
    this.lease = parts.lease();
    this.status = parts.status();
    this.counters = parts.counters();
    this.clock = parts.clock();
  }

  /** Letters of the recovery come before all others. */
  void takeFirst(List<Letter> letters) {
    pending.addAll(letters);
  }

  void turn() throws InterruptedException {
    if (lease.isLost()) {
      throw new FencedException("The lease was lost.", null);
    }
    gather();
    try {
      if (status.isAway()) {
        waking.probe();
      }
      admission.admit().forEach(pending::add);
      wakeParked();
      lookForAtoms();
      waking.load(tasksOfPending()).forEach(pending::addFirst);
      status.back();
    } catch (StoreUnavailableException e) {
      away(e);
      return;
    }
    decideAndCommit();
  }

  private void gather() throws InterruptedException {
    boolean busy = !pending.isEmpty() || admission.couldAdmit() || couldLookForAtoms();
    Duration patience = busy ? Duration.ZERO : patience();
    for (Letter letter : mailbox.drain(MOST_ROWS, patience)) {
      if (letter instanceof Letter.LookForAtoms) {
        pending.addAll(decider.lookForAtoms());
        lookForAtomsAfter = Optional.of(Optional.empty());
      } else {
        pending.add(letter);
      }
    }
    // After the letters: an answer that is there is decided before a time-out.
    for (TaskId due : dueTimes.take(clock.instant())) {
      pending.add(
          new Letter.Deliver(due, new Input.TimePassed(), false, new CompletableFuture<>()));
    }
  }

  private List<TaskId> tasksOfPending() {
    return pending.stream()
        .filter(letter -> !(letter instanceof Letter.Settle))
        .map(Letter::task)
        .toList();
  }

  private Duration patience() {
    Instant now = clock.instant();
    Instant until = dueTimes.soonest().filter(due -> due.isBefore(nextWake)).orElse(nextWake);
    Duration patience = Duration.between(now, until.isBefore(now) ? now : until);
    return patience.compareTo(WAKE_EVERY) > 0 ? WAKE_EVERY : patience;
  }

  private void wakeParked() {
    Instant now = clock.instant();
    if (!now.isBefore(nextWake)) {
      boolean more = waking.wake(now.plus(WAKE_AHEAD), admission.roomToWake(), pending::add);
      nextWake = more ? now : now.plus(WAKE_EVERY);
    }
  }

  private boolean couldLookForAtoms() {
    return lookForAtomsAfter.isPresent() && admission.roomToWake() > 0;
  }

  /** Page by page, so that many of them do not hold the others up. */
  private void lookForAtoms() {
    int room = admission.roomToWake();
    if (lookForAtomsAfter.isEmpty() || room == 0 || pending.size() > MOST_ROWS) {
      return;
    }
    List<TaskId> page = waking.awaitingAtoms(lookForAtomsAfter.get(), room);
    pending.addAll(decider.arrived(page));
    lookForAtomsAfter = page.stream().reduce((first, second) -> second).map(Optional::of);
  }

  private void away(StoreUnavailableException e) throws InterruptedException {
    if (status.away()) {
      LOG.warn("The database is away; commands are refused until it is back.", e);
    }
    keep(List.copyOf(pending));
  }

  /** Persons are told to come again; answers are kept; what was due is due after them. */
  private void keep(List<Letter> letters) throws InterruptedException {
    pending.clear();
    for (Letter letter : letters) {
      if (Letter.canBeAskedAgain(letter)) {
        Letter.fail(letter, EngineStatus.unavailable());
      } else if (letter instanceof Letter.Deliver due && due.input() instanceof Input.TimePassed) {
        dueTimes.set(due.task(), Optional.of(clock.instant()));
      } else {
        pending.add(letter);
      }
    }
    Thread.sleep(PAUSE_WHILE_AWAY.toMillis());
  }

  private void decideAndCommit() throws InterruptedException {
    Batch batch = new Batch();
    List<Letter.Settle> settles = new ArrayList<>();
    int before = pending.size();
    while (!pending.isEmpty() && !batch.isFull(MOST_ROWS, MOST_BYTES)) {
      Letter letter = pending.poll();
      if (letter instanceof Letter.Settle settle) {
        settles.add(settle);
      } else {
        decide(letter, batch);
      }
    }
    counters.decided(before - pending.size());
    Instant now = clock.instant();
    for (Batch.Work work : batch.works()) {
      if (!work.rows.isEmpty() || work.admitted) {
        work.row = parking.row(work, now);
        if (work.task.isQueued() && work.row.map(row -> row.heat() != Heat.QUEUED).orElse(false)) {
          decider.release(work, batch);
        }
      }
    }
    write(batch);
    if (status.isAway()) {
      pending.addAll(settles); // what was before them is decided again
    } else {
      settles.forEach(settle -> settle.reply().complete(null));
    }
  }

  private void decide(Letter letter, Batch batch) {
    try {
      decider.decide(letter, batch);
    } catch (ProductException e) {
      Letter.fail(letter, e);
    } catch (RuntimeException e) { // the shard's edge: one broken task must not stop the others
      LOG.error("Deciding on task {} failed.", letter.task(), e);
      tasks.fault(letter.task(), "deciding failed: " + e);
      Letter.fail(
          letter, new ProductException(ErrorCode.INTERNAL, "The engine failed; see health."));
    }
  }

  private void write(Batch batch) throws InterruptedException {
    GroupCommit.End end = batch.writes() ? commit(batch) : GroupCommit.End.COMMITTED;
    switch (end) {
      case COMMITTED -> settled.after(batch);
      case AWAY -> takeBack(batch);
      case REJECTED -> halve(batch);
    }
  }

  private GroupCommit.End commit(Batch batch) throws InterruptedException {
    long began = System.nanoTime();
    GroupCommit.End end = commit.commit(batch);
    if (end == GroupCommit.End.COMMITTED) {
      counters.committed(batch.rows(), System.nanoTime() - began);
    }
    return end;
  }

  /** Nothing was written: the tasks are as they were, and what can wait is decided again. */
  private void takeBack(Batch batch) throws InterruptedException {
    status.away();
    List<Letter> again = new ArrayList<>();
    for (Batch.Work work : batch.works()) {
      if (!work.task.rollBack()) {
        tasks.remove(work.task.id);
      }
      again.addAll(work.letters);
    }
    again.addAll(pending);
    keep(again);
  }

  /** Finds the one task whose data is refused, and goes on without it. */
  private void halve(Batch batch) throws InterruptedException {
    if (batch.works().size() > 1) {
      for (Batch half : batch.halves()) {
        write(half);
      }
      return;
    }
    for (Batch.Work guilty : batch.works()) {
      tasks.fault(guilty.task.id, "the database refuses its data; see the log.");
      for (Letter letter : guilty.letters) {
        Letter.fail(
            letter,
            new ProductException(
                ErrorCode.INTERNAL, "The database refuses this data; see health."));
      }
    }
  }
}
