package org.standardops.services.plan;

import org.standardops.model.Fault;

/** Faults of names that the process does not know. */
final class Unknown {

  private Unknown() {}

  static Fault node(String pointer, String id) {
    return new Fault(pointer, "UNKNOWN_NODE", "The process has no atom node '" + id + "'.");
  }

  static Fault variable(String pointer, String key) {
    return new Fault(
        pointer, "UNKNOWN_VARIABLE", "The process has no variable '" + key + "'; leave it out.");
  }
}
