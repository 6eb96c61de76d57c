package org.standardops.engine.port;

/** What a platform admin decided of an atom bundle, and so of its atoms. */
public enum BundleState {
  /** New tasks get it, where no higher active version of the same major is there. */
  ACTIVE,
  /** Tasks that have it keep it, and no new task gets it. */
  RETIRED,
  /** As retired, and it is removed when the last task that may still call it has ended. */
  DRAINING
}
