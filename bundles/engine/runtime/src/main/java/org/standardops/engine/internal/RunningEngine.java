package org.standardops.engine.internal;

import java.time.InstantSource;
import java.util.Collections;
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
import org.standardops.engine.core.Input;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.JournalStore.CallbackTarget;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskPlan;

/** The engine's face: puts letters into the mailbox and reads what is committed. */
final class RunningEngine implements Engine {

  /** What a callback may bring, written as JSON. */
  private static final int LARGEST_CALLBACK = 1 << 20;

  private final EngineParts parts;
  private final EngineThread thread;

  private RunningEngine(EngineParts parts, EngineThread thread) {
    this.parts = parts;
    this.thread = thread;
  }

  /**
   * Starts in the background: the database need not be there yet.
   *
   * @param mostHotTasks in memory; more wait in the database
   */
  static RunningEngine start(
      EnginePorts ports, InstantSource clock, String publicUrl, String owner, int mostHotTasks) {
    EngineParts parts = EngineParts.of(ports, clock, publicUrl, mostHotTasks);
    EngineThread thread = new EngineThread(parts, owner);
    thread.start();
    return new RunningEngine(parts, thread);
  }

  void stop() {
    thread.stop();
  }

  /** Atoms came or went. */
  void atomsChanged() {
    parts.mailbox().put(new Letter.LookForAtoms());
  }

  @Override
  public CompletionStage<TaskState> create(TaskPlan plan, boolean start, CommandBy by) {
    CompletableFuture<TaskState> reply = new CompletableFuture<>();
    return put(new Letter.Create(plan, start, by, reply), reply);
  }

  @Override
  public CompletionStage<TaskState> submit(TaskId task, Command command, CommandBy by) {
    CompletableFuture<TaskState> reply = new CompletableFuture<>();
    Input given = new Input.Given(command, by.name());
    return put(new Letter.Deliver(task, given, true, reply, by.audit()), reply);
  }

  private <T> CompletionStage<T> put(Letter letter, CompletableFuture<T> reply) {
    try {
      parts.status().requireReady();
      parts.mailbox().putIfRoom(letter);
    } catch (ProductException e) {
      reply.completeExceptionally(e);
    }
    return reply;
  }

  @Override
  public CompletionStage<Optional<TaskState>> find(TaskId task) {
    try {
      return CompletableFuture.completedFuture(parts.tasks().read(task));
    } catch (StoreUnavailableException e) {
      return CompletableFuture.failedFuture(EngineStatus.unavailable());
    } catch (EventCodec.UnreadableRow e) {
      return CompletableFuture.failedFuture(
          new ProductException(ErrorCode.INTERNAL, e.getMessage()));
    }
  }

  @Override
  public Map<String, Double> progress(TaskId task) {
    return parts.progress().of(task);
  }

  @Override
  public List<TaskEvent> events(TaskId task, int afterSeq, int limit) {
    try {
      return parts.history().read(task, afterSeq, limit);
    } catch (StoreUnavailableException e) {
      throw EngineStatus.unavailable();
    }
  }

  @Override
  public AutoCloseable subscribe(TaskId task, Consumer<TaskEvent> listener) {
    return parts.subscriptions().add(task, listener);
  }

  @Override
  public LogPart log(
      TaskId task, String node, int attempt, Optional<String> section, long from, int maxBytes) {
    try {
      boolean ended =
          parts
              .tasks()
              .read(task)
              .flatMap(state -> Optional.ofNullable(state.nodes().get(node)))
              .map(of -> hasEnded(of, attempt))
              .orElse(true);
      byte[] text = parts.ports().logs().read(task, node, attempt, section, from, maxBytes);
      return new LogPart(text, from + text.length, ended && text.length < maxBytes);
    } catch (StoreUnavailableException e) {
      throw EngineStatus.unavailable();
    }
  }

  @Override
  public List<String> logSections(TaskId task, String node, int attempt) {
    try {
      return parts.ports().logs().sections(task, node, attempt, CallLog.MOST_SECTIONS);
    } catch (StoreUnavailableException e) {
      throw EngineStatus.unavailable();
    }
  }

  private static boolean hasEnded(NodeState node, int attempt) {
    return node.attempts().stream()
        .filter(of -> of.attempt() == attempt)
        .allMatch(of -> of.endedAt().isPresent());
  }

  @Override
  public CompletionStage<CallbackAnswer> callback(String key, Object body) {
    CompletableFuture<CallbackAnswer> reply = new CompletableFuture<>();
    try {
      parts.status().requireReady();
      Optional<CallbackTarget> target = parts.ports().journal().findCallback(CallWorld.hash(key));
      if (target.isEmpty()) {
        return CompletableFuture.completedFuture(CallbackAnswer.UNKNOWN_KEY);
      }
      Object json = Outcomes.json(body, LARGEST_CALLBACK);
      Input.CallbackArrived arrived =
          new Input.CallbackArrived(
              target.get().node(), target.get().attempt(), Collections.singletonList(json));
      parts.mailbox().putIfRoom(new Letter.Call(target.get().task(), arrived, reply));
    } catch (StoreUnavailableException e) {
      reply.completeExceptionally(EngineStatus.unavailable());
    } catch (ProductException e) {
      reply.completeExceptionally(e);
    }
    return reply;
  }

  @Override
  public List<Metric> metrics() {
    return parts.counters().with(parts);
  }

  @Override
  public CompletionStage<Void> settle() {
    CompletableFuture<Void> reply = new CompletableFuture<>();
    return put(new Letter.Settle(reply), reply);
  }

  @Override
  public EngineHealth health() {
    return parts.status().health(parts.tasks(), parts.calls(), parts.clock().instant());
  }
}
