package org.standardops.model.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.LightAppId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.Notify;

/**
 * Something of a task that people are to be told, with all that is said about it: the task may have
 * gone on when they are.
 *
 * @param seq of the journal row that it came with; of one row there is one notice of each kind
 * @param startedBy empty: nobody did yet
 * @param by who caused it; empty: the server itself
 * @param nodes those concerned, in the order of the process
 * @param asked who alone may answer; empty: whoever may operate the task
 * @param notification who is told, as the process has it
 * @param lightApp whose run the task is; its contacts are told what went wrong, too
 */
public record Notice(
    TaskId task,
    int seq,
    Why why,
    Instant at,
    BusinessId business,
    ProcessId process,
    String processName,
    String taskName,
    String createdBy,
    Optional<String> startedBy,
    Optional<Instant> startedAt,
    Optional<String> by,
    List<Concerned> nodes,
    List<String> asked,
    Notify notification,
    Optional<LightAppId> lightApp) {

  /** The longest reason that is told, in characters. */
  public static final int LONGEST_REASON = 200;

  public Notice {
    nodes = List.copyOf(nodes);
    asked = List.copyOf(asked);
    lightApp = lightApp == null ? Optional.empty() : lightApp; // older outboxes have none
  }

  /** Who started the task, or made it where nobody started it. */
  public String starter() {
    return startedBy.orElse(createdBy);
  }

  /**
   * A node, or a step, that a notice is about.
   *
   * @param reason why it failed, or what it asks; may be empty; cut after {@link #LONGEST_REASON}
   *     characters
   */
  public record Concerned(String id, String name, String reason) {
    public Concerned {
      if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
        reason = reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON - 1)) + "…";
      }
    }
  }

  /** What happened. */
  public enum Why {
    SUCCEEDED(Notify.On.SUCCESS),
    /** Nothing can go on without a decision. */
    FAILED(Notify.On.FAILURE),
    /** A node asks a person. */
    NODE_ASKS(Notify.On.ATTENTION),
    /** A manual step is to be started. */
    STEP_WAITS(Notify.On.ATTENTION),
    NODE_UNKNOWN(Notify.On.ATTENTION),
    OVERDUE(Notify.On.ATTENTION),
    /** The server was down at the task's own time to start. */
    START_MISSED(Notify.On.ATTENTION),
    /** Ended by another person than the one who started it. */
    TERMINATED(Notify.On.ATTENTION);

    private final Notify.On on;

    Why(Notify.On on) {
      this.on = on;
    }

    /** What a process chooses it by. */
    public Notify.On on() {
      return on;
    }
  }
}
