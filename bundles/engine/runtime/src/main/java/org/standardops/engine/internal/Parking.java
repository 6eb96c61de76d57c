package org.standardops.engine.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.engine.core.Dues;
import org.standardops.engine.core.Effect;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.OpenCall;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.TaskRow;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;
import org.standardops.model.task.WaitingFor;

/** Says where a task belongs, and what its row in the database must say. */
final class Parking {

  /** A task that waits shorter stays in memory: going and coming would cost more. */
  static final Duration SHORTEST = Duration.ofMinutes(1);

  private final EventCodec codec;
  private final Admission admission;

  Parking(EventCodec codec, Admission admission) {
    this.codec = codec;
    this.admission = admission;
  }

  static Heat heat(TaskState state, Instant now) {
    if (state.status().isFinal()) {
      return Heat.FINAL;
    }
    List<NodeState> open = state.open();
    boolean busy = open.stream().anyMatch(node -> isBusy(node, now));
    Optional<Instant> due = due(state);
    boolean soon = due.isPresent() && due.get().isBefore(now.plus(SHORTEST));
    if (busy || soon) {
      return Heat.HOT;
    }
    return open.stream().anyMatch(Parking::missesAtom) ? Heat.AWAITING_ATOM : Heat.PARKED;
  }

  private static Optional<Instant> due(TaskState state) {
    return Dues.next(state, Instant.MIN);
  }

  /** Something is under way for the node. */
  private static boolean isBusy(NodeState node, Instant now) {
    OpenCall open = node.run().open().orElseThrow();
    boolean waits = open.until().isPresent() || open.kind() == OpenCall.Kind.PERSON;
    boolean dueWhileHeld =
        open.kind() == OpenCall.Kind.RETRY_DELAY
            && open.until().map(until -> !until.isAfter(now)).orElse(false);
    return !missesAtom(node) && !waits && !dueWhileHeld;
  }

  private static boolean missesAtom(NodeState node) {
    return node.waitingFor().map(w -> w.kind() == WaitingFor.Kind.ATOM_VERSION).orElse(false);
  }

  /** What could begin waits where memory is full, as long as no call is under way for it. */
  private Heat heat(Batch.Work work, Instant now) {
    Heat heat = heat(work.task.newest, now);
    boolean begins =
        heat == Heat.HOT
            && !work.task.heat.equals(Optional.of(Heat.HOT))
            && work.effects.stream().allMatch(Effect.CallAtom.class::isInstance);
    return begins && !work.admitted && !admission.hasRoom() ? Heat.QUEUED : heat;
  }

  /** The row to be written with this state; empty where the stored one still says the truth. */
  Optional<TaskRow> row(Batch.Work work, Instant now) {
    HotTask task = work.task;
    TaskState state = task.newest;
    Heat heat = heat(work, now);
    boolean leaves = heat == Heat.PARKED || heat == Heat.AWAITING_ATOM;
    Optional<Instant> due = leaves ? due(state) : Optional.empty();
    boolean same =
        task.stored
            .map(
                row ->
                    row.heat() == heat
                        && row.nextDue().equals(due)
                        && row.status() == state.status()
                        && row.overdue() == state.overdue()
                        && row.name().equals(state.plan().name())
                        && row.startAt().equals(startAt(state))
                        && row.atoms().containsAll(atoms(state)))
            .orElse(false);
    if (same) {
      return Optional.empty();
    }
    Optional<byte[]> snapshot =
        leaves && task.wantsSnapshot()
            ? Optional.of(codec.encodeSnapshot(state))
            : Optional.empty();
    Optional<TaskPlan> created =
        task.committed().isEmpty() ? Optional.of(state.plan()) : Optional.empty();
    return Optional.of(
        new TaskRow(
            task.id,
            state.seq(),
            created,
            state.plan().name(),
            state.status(),
            state.overdue(),
            heat,
            due,
            startAt(state),
            state.startedAt(),
            state.endedAt(),
            snapshot,
            atoms(state)));
  }

  private static Optional<Instant> startAt(TaskState state) {
    return state.plan().startAt().map(TaskPlan.StartAt::at);
  }

  private static List<AtomRef> atoms(TaskState state) {
    if (state.status() == TaskStatus.SUCCEEDED || state.status() == TaskStatus.TERMINATED) {
      return List.of();
    }
    return state.nodes().values().stream()
        .filter(node -> !node.status().isDone())
        .map(NodeState::atom)
        .distinct()
        .toList();
  }
}
