package org.standardops.atom.tencent.cdn.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.atom.Touched;
import org.standardops.atom.answer.JsonObject;

/**
 * How far a prefetch is; what a handle holds.
 *
 * @param batch the part of the URLs that the phase is at
 * @param since no task of this work is older
 * @param lookUntil present while it is looked whether the batch's task was made already; until then
 *     the CDN may not list it yet
 * @param lookFirst true where an earlier attempt may have made any of the tasks
 * @param troubles failed calls in a row
 */
record PrefetchState(
    Phase phase,
    int batch,
    List<String> refreshTaskIds,
    List<String> taskIds,
    Tally tally,
    Instant since,
    Optional<Instant> lookUntil,
    boolean lookFirst,
    int troubles) {

  /** In their order; the first two are there for a forced refresh only. */
  enum Phase {
    PURGE(TaskKind.PURGE),
    PURGING(TaskKind.PURGE),
    PUSH(TaskKind.PUSH),
    PUSHING(TaskKind.PUSH);

    private final TaskKind kind;

    Phase(TaskKind kind) {
      this.kind = kind;
    }

    TaskKind kind() {
      return kind;
    }

    boolean submits() {
      return this == PURGE || this == PUSH;
    }
  }

  static PrefetchState first(boolean forceRefresh, Instant since, boolean lookFirst) {
    return new PrefetchState(
        forceRefresh ? Phase.PURGE : Phase.PUSH,
        0,
        List.of(),
        List.of(),
        Tally.none(),
        since,
        Optional.empty(),
        lookFirst,
        0);
  }

  static PrefetchState of(Map<String, Object> handle) {
    JsonObject json = new JsonObject(handle);
    return new PrefetchState(
        Phase.valueOf(json.text("phase").orElseThrow()),
        json.whole("batch"),
        json.texts("refreshTaskIds"),
        json.texts("taskIds"),
        new Tally(
            json.whole("done"),
            json.objects("failed").stream().map(JsonObject::fields).toList(),
            json.whole("failures")),
        Instant.parse(json.text("since").orElseThrow()),
        json.text("lookUntil").map(Instant::parse),
        json.flag("lookFirst"),
        json.whole("troubles"));
  }

  Map<String, Object> handle() {
    Map<String, Object> handle = new HashMap<>(outputs());
    handle.put("phase", phase.name());
    handle.put("batch", batch);
    handle.put("done", tally.done());
    handle.put("failures", tally.failures());
    handle.put("since", since.toString());
    lookUntil.ifPresent(until -> handle.put("lookUntil", until.toString()));
    handle.put("lookFirst", lookFirst);
    handle.put("troubles", troubles);
    return handle;
  }

  Map<String, Object> outputs() {
    return Map.of(
        "taskIds",
        taskIds,
        "refreshTaskIds",
        refreshTaskIds,
        "done",
        taskIds.isEmpty() ? 0 : tally.done(),
        "failed",
        tally.failed());
  }

  /** The tasks of the phase's kind. */
  List<String> tasks() {
    return phase.kind() == TaskKind.PURGE ? refreshTaskIds : taskIds;
  }

  /** What was done to the outside so far. */
  Touched touched() {
    if (lookFirst || lookUntil.isPresent() || phase == Phase.PURGING || !taskIds.isEmpty()) {
      return Touched.MAYBE;
    }
    if (refreshTaskIds.isEmpty()) {
      return Touched.NO;
    }
    return phase == Phase.PUSH ? Touched.YES : Touched.MAYBE;
  }

  PrefetchState looking(Instant until) {
    return change(phase, batch, tally, Optional.of(until), lookFirst, troubles);
  }

  /** Nothing was made of this batch, and so of none after it. */
  PrefetchState notBegun() {
    return change(phase, batch, tally, Optional.empty(), false, troubles);
  }

  /** The batch has its task; the next one follows, or the next phase. */
  PrefetchState submitted(String taskId, int batches) {
    List<String> ids = new ArrayList<>(tasks());
    ids.add(taskId);
    boolean purge = phase.kind() == TaskKind.PURGE;
    return new PrefetchState(
            phase,
            batch,
            purge ? List.copyOf(ids) : refreshTaskIds,
            purge ? taskIds : List.copyOf(ids),
            tally,
            since,
            Optional.empty(),
            lookFirst,
            0)
        .after(batches);
  }

  /** The batch's task has ended. */
  PrefetchState ended(Tally counted, int batches) {
    return change(phase, batch, counted, Optional.empty(), lookFirst, 0).after(batches);
  }

  /** The last phase ends with a batch beyond the last. */
  boolean finished(int batches) {
    return phase == Phase.PUSHING && batch == batches;
  }

  PrefetchState troubled() {
    return change(phase, batch, tally, lookUntil, lookFirst, troubles + 1);
  }

  PrefetchState untroubled() {
    return change(phase, batch, tally, lookUntil, lookFirst, 0);
  }

  private PrefetchState after(int batches) {
    if (batch + 1 < batches || phase == Phase.PUSHING) {
      return change(phase, batch + 1, tally, lookUntil, lookFirst, troubles);
    }
    Phase next = Phase.values()[phase.ordinal() + 1];
    Tally fresh = next == Phase.PUSH && tally.failures() == 0 ? Tally.none() : tally;
    return change(next, 0, fresh, lookUntil, lookFirst, troubles);
  }

  private PrefetchState change(
      Phase phase,
      int batch,
      Tally tally,
      Optional<Instant> lookUntil,
      boolean lookFirst,
      int troubles) {
    return new PrefetchState(
        phase, batch, refreshTaskIds, taskIds, tally, since, lookUntil, lookFirst, troubles);
  }
}
