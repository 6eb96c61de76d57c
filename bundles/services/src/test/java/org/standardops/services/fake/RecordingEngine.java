package org.standardops.services.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.standardops.engine.CommandBy;
import org.standardops.engine.Engine;
import org.standardops.engine.Metric;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.Entry;
import org.standardops.engine.core.Event;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.AuditRecord;
import org.standardops.model.TaskId;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;

/** Runs nothing: keeps plans as tasks, and records commands without obeying them. */
public final class RecordingEngine implements Engine {

  private final Map<TaskId, TaskState> tasks = new HashMap<>();
  private final List<Command> commands = new ArrayList<>();
  private final List<AuditRecord> audits = new ArrayList<>();
  private final Map<TaskId, List<TaskEvent>> happened = new HashMap<>();
  private EngineHealth health = new EngineHealth(true, List.of(), 0);

  /** Of the tasks that were made and of the commands. */
  public List<AuditRecord> audits() {
    return audits;
  }

  public List<Command> commands() {
    return commands;
  }

  public Map<TaskId, TaskState> tasks() {
    return tasks;
  }

  public void happened(TaskId task, TaskEvent event) {
    happened.computeIfAbsent(task, first -> new ArrayList<>()).add(event);
  }

  public void setHealth(EngineHealth health) {
    this.health = health;
  }

  /** A task that has come as far as this. */
  public void put(TaskPlan plan, TaskStatus status, Map<String, NodeStatus> nodes) {
    tasks.put(plan.id(), state(plan, status, nodes));
  }

  private static TaskState state(
      TaskPlan plan, TaskStatus status, Map<String, NodeStatus> statuses) {
    TaskState created =
        TaskState.created(new Entry(1, plan.createdAt(), List.of(new Event.TaskCreated(plan))));
    Map<String, NodeState> nodes = new LinkedHashMap<>(created.nodes());
    statuses.forEach((id, now) -> nodes.computeIfPresent(id, (key, node) -> tried(node, now)));
    return new TaskState(
        plan,
        created.seq(),
        status,
        created.overdue(),
        created.startedAt(),
        created.startedBy(),
        created.endedAt(),
        created.variables(),
        nodes,
        created.continued(),
        created.ran(),
        created.runningSince());
  }

  private static NodeState tried(NodeState node, NodeStatus status) {
    return new NodeState(
        node.id(),
        status,
        node.atom(),
        1,
        node.params(),
        node.waitingFor(),
        node.error(),
        node.outputs(),
        node.startedAt(),
        node.endedAt(),
        node.attempts(),
        node.run());
  }

  @Override
  public CompletionStage<TaskState> create(TaskPlan plan, boolean start, CommandBy by) {
    by.audit().ifPresent(audits::add);
    TaskState state = state(plan, start ? TaskStatus.RUNNING : TaskStatus.CREATED, Map.of());
    return CompletableFuture.completedStage(
        Optional.ofNullable(tasks.putIfAbsent(plan.id(), state)).orElse(state));
  }

  @Override
  public CompletionStage<TaskState> submit(TaskId task, Command command, CommandBy by) {
    commands.add(command);
    by.audit().ifPresent(audits::add);
    return CompletableFuture.completedStage(tasks.get(task));
  }

  @Override
  public CompletionStage<Optional<TaskState>> find(TaskId task) {
    return CompletableFuture.completedStage(Optional.ofNullable(tasks.get(task)));
  }

  @Override
  public Map<String, Double> progress(TaskId task) {
    return Map.of();
  }

  @Override
  public List<TaskEvent> events(TaskId task, int afterSeq, int limit) {
    return happened.getOrDefault(task, List.of());
  }

  @Override
  public AutoCloseable subscribe(TaskId task, Consumer<TaskEvent> listener) {
    return () -> {};
  }

  @Override
  public List<String> logSections(TaskId task, String node, int attempt) {
    return List.of("attempt " + attempt);
  }

  @Override
  public LogPart log(
      TaskId task, String node, int attempt, Optional<String> section, long from, int maxBytes) {
    return new LogPart(new byte[] {(byte) attempt}, from + 1, false);
  }

  @Override
  public CompletionStage<CallbackAnswer> callback(String key, Object body) {
    return CompletableFuture.completedStage(CallbackAnswer.UNKNOWN_KEY);
  }

  @Override
  public List<Metric> metrics() {
    return List.of(Metric.gauge("standardops_engine_tasks_in_memory", "Tasks.", 3));
  }

  @Override
  public CompletionStage<Void> settle() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public EngineHealth health() {
    return health;
  }
}
