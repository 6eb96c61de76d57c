package org.standardops.model.task;

/** The state of a node. */
public enum NodeStatus {
  PENDING,
  RUNNING,
  WAITING,
  AWAITING_PERSON,
  SUCCEEDED,
  FAILED,
  /** A call had begun and its answer is lost: a person decides. */
  UNKNOWN,
  SKIPPED,
  TERMINATED,
  /** Not selected at task creation. */
  EXCLUDED;

  /** True where the node needs nothing more for its step to go on. */
  public boolean isDone() {
    return this == SUCCEEDED || this == SKIPPED || this == EXCLUDED;
  }
}
