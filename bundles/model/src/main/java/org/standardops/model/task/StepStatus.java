package org.standardops.model.task;

/** The state of a step, derived from its nodes. */
public enum StepStatus {
  PENDING,
  AWAITING_PERSON,
  RUNNING,
  SUCCEEDED,
  FAILED,
  TERMINATED,
  EXCLUDED
}
