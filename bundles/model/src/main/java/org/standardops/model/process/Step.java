package org.standardops.model.process;

import java.util.List;

/**
 * A named part of a process. Steps run one after another.
 *
 * @param id unique in the process, together with the nodes' ids
 */
public record Step(String id, String name, Mode mode, Start start, List<Node> nodes) {

  public Step {
    nodes = List.copyOf(nodes);
  }

  /** How a step runs its nodes. */
  public enum Mode {
    SERIAL,
    PARALLEL
  }

  /** How a step starts. */
  public enum Start {
    AUTOMATIC,
    MANUAL
  }
}
