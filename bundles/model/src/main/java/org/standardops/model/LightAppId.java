package org.standardops.model;

/**
 * Names a light app; also the end of its link on a desktop.
 *
 * @param value opaque to clients; never empty
 */
public record LightAppId(String value) {

  public LightAppId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("An id is never empty.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
