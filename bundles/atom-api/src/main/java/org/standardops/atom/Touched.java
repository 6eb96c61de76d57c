package org.standardops.atom;

/** Whether a failed call changed the outside. */
public enum Touched {
  /** Surely not: the next try is a new intent with a new key. */
  NO,
  /** It cannot be told, as after a lost connection: the recovery class decides what may follow. */
  MAYBE,
  /** It did, and what it did has surely ended. */
  YES
}
