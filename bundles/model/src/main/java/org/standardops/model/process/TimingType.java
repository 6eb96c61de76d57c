package org.standardops.model.process;

/** What a node's time is counted as. A category, not a trigger. */
public enum TimingType {
  TASK_PREPARATION,
  OPERATION_EXECUTION,
  DATABASE_CHANGE,
  DATABASE_BACKUP,
  ONLINE_TEST,
  IDLE_TIME
}
