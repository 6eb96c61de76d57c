package org.standardops.engine.core;

/** What may follow a call whose answer is lost; the atom declares it for its parameters. */
public enum RecoveryClass {
  /** Look in the outside by the intent key first. */
  REATTACH,
  /** Call again with the same intent key. */
  RERUN,
  /** Nothing; a person decides. */
  UNKNOWN
}
