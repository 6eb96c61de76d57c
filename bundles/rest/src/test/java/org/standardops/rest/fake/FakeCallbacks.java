package org.standardops.rest.fake;

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
import org.standardops.engine.core.TaskState;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskPlan;

/** An engine for callbacks only: the key names the answer. */
public final class FakeCallbacks implements Engine {

  /** The body of the last callback. */
  public volatile Object body;

  @Override
  public CompletionStage<CallbackAnswer> callback(String key, Object sent) {
    body = sent;
    return CompletableFuture.completedFuture(CallbackAnswer.valueOf(key));
  }

  @Override
  public CompletionStage<TaskState> create(TaskPlan plan, boolean start, CommandBy by) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<TaskState> submit(TaskId task, Command command, CommandBy by) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<Optional<TaskState>> find(TaskId task) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, Double> progress(TaskId task) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<TaskEvent> events(TaskId task, int afterSeq, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public AutoCloseable subscribe(TaskId task, Consumer<TaskEvent> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> logSections(TaskId task, String node, int attempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LogPart log(
      TaskId task, String node, int attempt, Optional<String> section, long from, int maxBytes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Metric> metrics() {
    return List.of(Metric.gauge("standardops_engine_tasks_in_memory", "Tasks.", 3));
  }

  @Override
  public CompletionStage<Void> settle() {
    throw new UnsupportedOperationException();
  }

  @Override
  public EngineHealth health() {
    throw new UnsupportedOperationException();
  }
}
