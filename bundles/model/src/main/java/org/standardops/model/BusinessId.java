package org.standardops.model;

/**
 * Names a business, as the configuration platform does.
 *
 * @param value opaque to clients; never empty
 */
public record BusinessId(String value) {

  public BusinessId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("An id is never empty.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
