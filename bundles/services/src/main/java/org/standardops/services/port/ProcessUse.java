package org.standardops.services.port;

/**
 * Something that needs a process.
 *
 * @param state of a task; empty for what has none
 */
public record ProcessUse(Kind kind, String id, String name, String state) {

  /** What it is. */
  public enum Kind {
    TASK,
    LIGHT_APP
  }

  /** In words, for refusals. */
  public String words() {
    return (kind == Kind.TASK ? "task '" : "light app '")
        + name
        + "' ("
        + id
        + (state.isEmpty() ? "" : ", " + state)
        + ")";
  }
}
