package org.standardops.engine.internal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.standardops.engine.CommandBy;
import org.standardops.engine.Engine.CallbackAnswer;
import org.standardops.engine.core.Input;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.AuditRecord;
import org.standardops.engine.port.CommitBatch.CallbackKey;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskPlan;

/** What lies in the mailbox. It leaves it only when its decision is committed. */
sealed interface Letter {

  TaskId task();

  /** A new task. */
  record Create(TaskPlan plan, boolean start, CommandBy by, CompletableFuture<TaskState> reply)
      implements Letter {
    @Override
    public TaskId task() {
      return plan.id();
    }
  }

  /**
   * An input.
   *
   * @param reply completes after the commit with the state that was decided
   * @param person true where a person waits: told UNAVAILABLE while the database is away; else the
   *     input is kept
   * @param audit written with what the input changes
   */
  record Deliver(
      TaskId task,
      Input input,
      boolean person,
      CompletableFuture<TaskState> reply,
      Optional<AuditRecord> audit)
      implements Letter {

    Deliver(TaskId task, Input input, boolean person, CompletableFuture<TaskState> reply) {
      this(task, input, person, reply, Optional.empty());
    }
  }

  /** A callback and what it met. */
  record Call(TaskId task, Input.CallbackArrived callback, CompletableFuture<CallbackAnswer> reply)
      implements Letter {}

  /** A callback key that must be on disk before the outside learns it. */
  record Keep(CallbackKey key, CompletableFuture<Void> reply) implements Letter {
    @Override
    public TaskId task() {
      return key.task();
    }
  }

  /** A queued task may come into memory. */
  record Admit(TaskId task, CompletableFuture<Void> reply) implements Letter {}

  /** New atoms arrived: look at the tasks that miss one. */
  record LookForAtoms() implements Letter {
    @Override
    public TaskId task() {
      throw new IllegalStateException("This letter is for no single task.");
    }
  }

  /** Tells that whatever was decided before it is committed. */
  record Settle(CompletableFuture<Void> reply) implements Letter {
    @Override
    public TaskId task() {
      throw new IllegalStateException("This letter is for no single task.");
    }
  }

  /** Completes whoever waits for the letter with a failure. */
  static void fail(Letter letter, RuntimeException failure) {
    reply(letter).ifPresent(reply -> reply.completeExceptionally(failure));
  }

  private static Optional<CompletableFuture<?>> reply(Letter letter) {
    if (letter instanceof Create create) {
      return Optional.of(create.reply());
    } else if (letter instanceof Deliver deliver) {
      return Optional.of(deliver.reply());
    } else if (letter instanceof Call call) {
      return Optional.of(call.reply());
    } else if (letter instanceof Keep keep) {
      return Optional.of(keep.reply());
    } else if (letter instanceof Admit admit) {
      return Optional.of(admit.reply());
    } else if (letter instanceof Settle settle) {
      return Optional.of(settle.reply());
    }
    return Optional.empty();
  }

  /** True where somebody outside waits and can ask again. */
  static boolean canBeAskedAgain(Letter letter) {
    return letter instanceof Create
        || letter instanceof Call
        || letter instanceof Deliver deliver && deliver.person();
  }
}
