package org.standardops.engine.core;

import java.util.Map;

/**
 * What the runtime does after the commit. Due times are no effects: they are read from the
 * committed state, so that none can be forgotten.
 */
public sealed interface Effect {

  String node();

  /** Make the open call; what kind it is stands in the state. */
  record CallAtom(String node, int call) implements Effect {}

  /** Tell a call under way that nobody wants it any more; one not yet taken is given up. */
  record StopCall(String node, int call) implements Effect {}

  /** Cancel what a late answer says is still running; nobody waits for the answer. */
  record CancelLate(String node, int call, int intent, Map<String, Object> handle)
      implements Effect {}
}
