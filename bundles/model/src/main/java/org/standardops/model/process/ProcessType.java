package org.standardops.model.process;

/** What a process is for. */
public enum ProcessType {
  PUBLISHING,
  REGION_OPENING,
  CAPACITY_EXPANSION,
  CAPACITY_REDUCTION,
  MIGRATION,
  SERVER_MERGE,
  TROUBLESHOOTING,
  OTHER
}
