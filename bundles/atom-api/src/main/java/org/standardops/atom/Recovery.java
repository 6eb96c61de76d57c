package org.standardops.atom;

/**
 * What may be done when a call was begun and its answer is lost, by a crash, a time-out or a broken
 * connection.
 */
public enum Recovery {
  /**
   * {@link Atom#find} looks for the work by its intent key: found, it goes on; not found, it
   * starts; cannot tell: a person decides.
   */
  REATTACH,
  /**
   * The outside honours the intent key, or the call changes nothing: it is called again with the
   * same key.
   */
  RERUN,
  /** Nothing is done: the node becomes UNKNOWN and a person decides. */
  UNKNOWN
}
