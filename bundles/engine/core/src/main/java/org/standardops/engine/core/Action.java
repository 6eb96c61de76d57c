package org.standardops.engine.core;

/** What a person can ask of a task or node. */
public enum Action {
  START,
  EDIT,
  SUSPEND,
  RESUME,
  TERMINATE,
  CREATE_LIGHT_APP,
  CLONE,
  RETRY,
  SKIP,
  STOP,
  CONTINUE,
  RESOLVE,
  RUN_AGAIN
}
