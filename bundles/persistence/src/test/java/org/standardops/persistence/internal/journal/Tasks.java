package org.standardops.persistence.internal.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.standardops.engine.port.CommitBatch;
import org.standardops.engine.port.JournalRow;
import org.standardops.engine.port.TaskRow;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.ProcessDefinition.OnTimeout;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskPlan.Origin;
import org.standardops.model.task.TaskStatus;

/** Tasks as the engine would have them written. */
public final class Tasks {

  public static final BusinessId BUSINESS = new BusinessId("games");
  public static final ProcessId PROCESS = new ProcessId("p1");
  public static final Instant CREATED = Instant.parse("2026-11-24T08:00:00.123456Z");

  private Tasks() {}

  public static TaskId id(long n) {
    return TaskId.at(1_800_000_000_000L + n, n);
  }

  public static JournalRow event(TaskId task, int seq, byte[] data) {
    return new JournalRow(task, seq, 1_000_000L + seq, (short) 7, (short) 1, data);
  }

  public static JournalRow event(TaskId task, int seq) {
    return event(task, seq, ("{\"seq\":" + seq + "}").getBytes(StandardCharsets.UTF_8));
  }

  public static TaskPlan plan(TaskId id) {
    return plan(id, PROCESS, "Prefetch " + id, "ann", CREATED);
  }

  public static TaskPlan plan(
      TaskId id, ProcessId process, String name, String createdBy, Instant createdAt) {
    return new TaskPlan(
        id,
        BUSINESS,
        process,
        "CDN Prefetch",
        3,
        name,
        new Origin(Origin.Kind.API, Optional.empty()),
        createdBy,
        createdAt,
        Optional.empty(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        OnTimeout.NOTIFY,
        Optional.empty(),
        List.of());
  }

  public static TaskRow created(TaskId id, Heat heat) {
    return created(plan(id), TaskStatus.CREATED, heat);
  }

  public static TaskRow created(TaskPlan plan, TaskStatus status, Heat heat) {
    return new TaskRow(
        plan.id(),
        1,
        Optional.of(plan),
        plan.name(),
        status,
        false,
        heat,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new AtomRef("timer", "1.0.0")));
  }

  public static TaskRow parked(TaskId id, int seq, Optional<Instant> due, Optional<byte[]> state) {
    return changed(id, seq, TaskStatus.RUNNING, Heat.PARKED, due, state);
  }

  public static TaskRow changed(
      TaskId id,
      int seq,
      TaskStatus status,
      Heat heat,
      Optional<Instant> due,
      Optional<byte[]> snapshot) {
    return new TaskRow(
        id,
        seq,
        Optional.empty(),
        "Prefetch again",
        status,
        true,
        heat,
        due,
        Optional.of(CREATED.plusSeconds(4)),
        Optional.of(CREATED.plusSeconds(5)),
        status.isFinal() ? Optional.of(CREATED.plusSeconds(9)) : Optional.empty(),
        snapshot,
        List.of());
  }

  /** A batch under the epochs of its tasks' shards. */
  public static CommitBatch batch(
      Map<Integer, Long> epochs, List<JournalRow> rows, List<TaskRow> tasks) {
    Map<Integer, Long> concerned =
        Stream.concat(rows.stream().map(JournalRow::task), tasks.stream().map(TaskRow::task))
            .map(TaskId::shard)
            .distinct()
            .collect(Collectors.toMap(shard -> shard, epochs::get));
    return new CommitBatch(concerned, rows, tasks, List.of(), List.of(), List.of());
  }

  public static CommitBatch rows(Map<Integer, Long> epochs, JournalRow... rows) {
    return batch(epochs, List.of(rows), List.of());
  }

  public static CommitBatch tasks(Map<Integer, Long> epochs, TaskRow... tasks) {
    return batch(epochs, List.of(), List.of(tasks));
  }
}
