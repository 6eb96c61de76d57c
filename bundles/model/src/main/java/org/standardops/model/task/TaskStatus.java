package org.standardops.model.task;

/** The state of a task. */
public enum TaskStatus {
  CREATED,
  RUNNING,
  SUSPENDED,
  /** Nothing can go on without a decision; not final. */
  FAILED,
  /** What runs is being cancelled; not final. */
  TERMINATING,
  SUCCEEDED,
  TERMINATED;

  public boolean isFinal() {
    return this == SUCCEEDED || this == TERMINATED;
  }
}
