package org.standardops.model.process;

import java.util.List;
import java.util.Optional;

/**
 * A named part of a process. Steps run one after another.
 *
 * @param id unique in the process, together with the nodes' ids
 * @param when an expression; where it is false, the step's nodes are skipped
 * @param limit how many nodes of a parallel step run at once; empty: all
 */
public record Step(
    String id,
    String name,
    Mode mode,
    Start start,
    List<Node> nodes,
    Optional<String> when,
    Optional<Integer> limit) {

  public Step {
    nodes = List.copyOf(nodes);
    when = when == null ? Optional.empty() : when; // older processes have none
    limit = limit == null ? Optional.empty() : limit;
  }

  /** A step that always runs, with all its parallel nodes at once. */
  public Step(String id, String name, Mode mode, Start start, List<Node> nodes) {
    this(id, name, mode, start, nodes, Optional.empty(), Optional.empty());
  }

  public Step withWhen(Optional<String> newWhen) {
    return new Step(id, name, mode, start, nodes, newWhen, limit);
  }

  public Step withNodes(List<Node> newNodes) {
    return new Step(id, name, mode, start, newNodes, when, limit);
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
