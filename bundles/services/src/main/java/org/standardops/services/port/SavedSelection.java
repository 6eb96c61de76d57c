package org.standardops.services.port;

import java.time.Instant;
import java.util.List;

/**
 * Atom nodes of a process that are often run together, under a name.
 *
 * @param nodes their ids
 */
public record SavedSelection(String name, List<String> nodes, String savedBy, Instant savedAt) {
  public SavedSelection {
    nodes = List.copyOf(nodes);
  }
}
