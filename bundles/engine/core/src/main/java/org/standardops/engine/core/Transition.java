package org.standardops.engine.core;

import static org.standardops.model.task.NodeStatus.AWAITING_PERSON;
import static org.standardops.model.task.NodeStatus.PENDING;
import static org.standardops.model.task.NodeStatus.SKIPPED;
import static org.standardops.model.task.NodeStatus.UNKNOWN;
import static org.standardops.model.task.NodeStatus.WAITING;

import java.util.List;
import java.util.Optional;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskStatus;

/**
 * One line of a table of states. The two tables here are the only ones: what is allowed, the
 * documents and the checks are derived from them.
 *
 * @param why when it happens, for people
 * @param action the person's action that causes it; empty: the engine itself
 */
public record Transition<S extends Enum<S>>(S from, S to, String why, Optional<Action> action) {

  /** Of tasks. */
  public static final List<Transition<TaskStatus>> TASK =
      List.of(
          by(TaskStatus.CREATED, TaskStatus.CREATED, "a person changes it", Action.EDIT),
          by(
              TaskStatus.CREATED,
              TaskStatus.RUNNING,
              "a person starts it, or its own time comes",
              Action.START),
          by(TaskStatus.CREATED, TaskStatus.TERMINATING, "a person ends it", Action.TERMINATE),
          by(
              TaskStatus.RUNNING,
              TaskStatus.SUSPENDED,
              "a person or the process's timeout suspends it",
              Action.SUSPEND),
          by(
              TaskStatus.RUNNING,
              TaskStatus.TERMINATING,
              "a person or the process's timeout ends it",
              Action.TERMINATE),
          of(TaskStatus.RUNNING, TaskStatus.FAILED, "nothing can go on without a decision"),
          of(TaskStatus.RUNNING, TaskStatus.SUCCEEDED, "every node is done"),
          by(TaskStatus.SUSPENDED, TaskStatus.RUNNING, "a person resumes it", Action.RESUME),
          by(
              TaskStatus.SUSPENDED,
              TaskStatus.SUSPENDED,
              "a person changes values for nodes not yet started",
              Action.EDIT),
          by(TaskStatus.SUSPENDED, TaskStatus.TERMINATING, "a person ends it", Action.TERMINATE),
          by(
              TaskStatus.FAILED,
              TaskStatus.RUNNING,
              "a retry, skip or resolve lets it go on, or it is run again from an earlier step",
              Action.RUN_AGAIN),
          by(
              TaskStatus.SUSPENDED,
              TaskStatus.SUSPENDED,
              "it is to run again from an earlier step",
              Action.RUN_AGAIN),
          by(
              TaskStatus.FAILED,
              TaskStatus.FAILED,
              "a person changes values for nodes not yet started",
              Action.EDIT),
          by(
              TaskStatus.FAILED,
              TaskStatus.TERMINATING,
              "a person or the process's timeout ends it",
              Action.TERMINATE),
          of(TaskStatus.TERMINATING, TaskStatus.TERMINATED, "every node is settled"));

  /** Of nodes. */
  public static final List<Transition<NodeStatus>> NODE =
      List.of(
          of(PENDING, NodeStatus.RUNNING, "a thread takes its first call"),
          of(PENDING, WAITING, "after a crash its saved handle is polled"),
          by(PENDING, NodeStatus.FAILED, "a person stops it, ready but not begun", Action.STOP),
          of(PENDING, SKIPPED, "its condition is not met"),
          of(PENDING, UNKNOWN, "after a crash it cannot be told whether its call took effect"),
          of(PENDING, NodeStatus.TERMINATED, "the task is terminated"),
          of(NodeStatus.RUNNING, WAITING, "the atom waits for the outside"),
          of(NodeStatus.RUNNING, AWAITING_PERSON, "the atom waits for a person"),
          of(NodeStatus.RUNNING, NodeStatus.SUCCEEDED, "the atom is done"),
          by(
              NodeStatus.RUNNING,
              NodeStatus.FAILED,
              "the atom fails, or a person stops it",
              Action.STOP),
          of(
              NodeStatus.RUNNING,
              UNKNOWN,
              "a call of class UNKNOWN was lost, or could not be stopped"),
          of(NodeStatus.RUNNING, NodeStatus.TERMINATED, "the task is terminated"),
          of(WAITING, PENDING, "the delay before a retry is over"),
          of(WAITING, NodeStatus.RUNNING, "the outside called back"),
          of(WAITING, AWAITING_PERSON, "the atom waits for a person"),
          of(WAITING, NodeStatus.SUCCEEDED, "the atom is done"),
          by(
              WAITING,
              NodeStatus.FAILED,
              "the atom fails, a time runs out, or a person stops it",
              Action.STOP),
          of(WAITING, UNKNOWN, "a call of class UNKNOWN was lost, or could not be stopped"),
          of(WAITING, NodeStatus.TERMINATED, "the task is terminated"),
          by(AWAITING_PERSON, NodeStatus.RUNNING, "a person answers", Action.CONTINUE),
          of(AWAITING_PERSON, NodeStatus.SUCCEEDED, "cancelled when it had ended"),
          by(
              AWAITING_PERSON,
              NodeStatus.FAILED,
              "its time runs out, or a person stops it",
              Action.STOP),
          of(AWAITING_PERSON, UNKNOWN, "it could not be stopped"),
          of(AWAITING_PERSON, NodeStatus.TERMINATED, "the task is terminated"),
          of(
              NodeStatus.FAILED,
              NodeStatus.RUNNING,
              "one of its elements is retried, skipped or resolved"),
          of(
              NodeStatus.SUCCEEDED,
              PENDING,
              "the task is run again from its step or an earlier one"),
          of(SKIPPED, PENDING, "the task is run again from its step or an earlier one"),
          by(NodeStatus.FAILED, PENDING, "a person retries it", Action.RETRY),
          by(NodeStatus.FAILED, SKIPPED, "a person or its policy skips it", Action.SKIP),
          of(NodeStatus.FAILED, WAITING, "its policy retries it after a delay"),
          by(UNKNOWN, PENDING, "a person retries it", Action.RETRY),
          by(UNKNOWN, SKIPPED, "a person skips it", Action.SKIP),
          by(UNKNOWN, NodeStatus.SUCCEEDED, "a person says how it ended", Action.RESOLVE),
          by(UNKNOWN, NodeStatus.FAILED, "a person says how it ended", Action.RESOLVE));

  private static <S extends Enum<S>> Transition<S> of(S from, S to, String why) {
    return new Transition<>(from, to, why, Optional.empty());
  }

  private static <S extends Enum<S>> Transition<S> by(S from, S to, String why, Action action) {
    return new Transition<>(from, to, why, Optional.of(action));
  }
}
