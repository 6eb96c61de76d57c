package org.standardops.engine.core;

/** Whether a call that failed changed the outside. */
public enum Touched {
  /** Surely not. */
  NO,
  /** It cannot be told. */
  MAYBE,
  /** It did, and what it did has surely ended. */
  YES
}
