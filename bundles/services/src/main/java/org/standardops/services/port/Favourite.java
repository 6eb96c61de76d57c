package org.standardops.services.port;

import java.time.Instant;

/**
 * What a person wants at hand.
 *
 * @param id of the thing; of an atom its code
 */
public record Favourite(Kind kind, String id, Instant addedAt) {

  /** The kinds. */
  public enum Kind {
    PROCESS,
    TASK,
    ATOM,
    LIGHT_APP
  }
}
