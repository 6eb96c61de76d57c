package org.standardops.model;

/**
 * Names a process.
 *
 * @param value opaque to clients; never empty
 */
public record ProcessId(String value) {

  public ProcessId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("An id is never empty.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
