package org.standardops.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.TaskState;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskPlan;

/**
 * Runs tasks. Every stage completes after the commit that made its result durable, on a thread that
 * must not be held up. A stage fails with {@link org.standardops.model.ProductException}:
 * STATE_FORBIDS (the detail says which state, and what would be allowed), NOT_FOUND,
 * ATTEMPT_CHANGED, INVALID with faults, UNAVAILABLE while the database is away or too much is
 * waiting. Checks no rights: services do. Thread-safe.
 */
public interface Engine {

  /**
   * Creates a task, and starts it in the same commit where asked. A task of this id that is there
   * already is answered as it is. UNAVAILABLE, too, where the version of an atom in the plan has
   * been retired since the plan was made: another plan will do.
   *
   * @param by who asks, as {@link CommandBy}
   */
  CompletionStage<TaskState> create(TaskPlan plan, boolean start, CommandBy by);

  CompletionStage<TaskState> submit(TaskId task, Command command, CommandBy by);

  /** The committed state; read back from the journal where the task is not in memory. */
  CompletionStage<Optional<TaskState>> find(TaskId task);

  /** How far the running nodes are, 0.0 to 1.0 by node id; volatile. */
  Map<String, Double> progress(TaskId task);

  /**
   * What happened to a task, in order, from the journal.
   *
   * @param afterSeq 0 for all
   * @param limit 1 to 1,000 journal rows
   */
  List<TaskEvent> events(TaskId task, int afterSeq, int limit);

  /**
   * Tells of each committed change and of progress from now on, on an engine thread: the listener
   * must only take note. A listener that throws is dropped.
   *
   * @return closes the subscription
   */
  AutoCloseable subscribe(TaskId task, Consumer<TaskEvent> listener);

  /** A part of a node's log. */
  LogPart log(
      TaskId task, String node, int attempt, Optional<String> section, long from, int maxBytes);

  /** The names of the sections that a node's log has, in order; at most 1,000. */
  List<String> logSections(TaskId task, String node, int attempt);

  /**
   * An outside system answers a waiting node.
   *
   * @param key from the callback URL
   * @param body a JSON value
   * @return fails NOT_FOUND for a key never given out; STATE_FORBIDS for another body on a used
   *     key; GONE is told by an empty answer
   */
  CompletionStage<CallbackAnswer> callback(String key, Object body);

  /** What came of a callback. */
  enum CallbackAnswer {
    TAKEN,
    /** The same body was taken before. */
    TAKEN_BEFORE,
    /** Another body was taken before. */
    ANSWERED_OTHERWISE,
    /** The task or attempt has ended. */
    ENDED,
    UNKNOWN_KEY
  }

  /** Figures of how it works; quick. */
  List<Metric> metrics();

  /**
   * Completes once all that was decided before this call is on disk. What waits to be decided, or
   * is to be decided again because its commit failed, is not waited for: it meets the world as it
   * is then. UNAVAILABLE while the engine does not run.
   */
  CompletionStage<Void> settle();

  /** Whether the engine is running, and what is wrong with it. */
  EngineHealth health();

  /**
   * A part of a log.
   *
   * @param next byte offset of what follows
   * @param ended true where nothing more will follow
   */
  record LogPart(byte[] text, long next, boolean ended) {}

  /**
   * How the engine is.
   *
   * @param ready true once recovery is done and commands are taken
   * @param problems sentences for people; empty: all is well
   * @param hotTasks tasks in memory
   */
  record EngineHealth(boolean ready, List<String> problems, int hotTasks) {}
}
