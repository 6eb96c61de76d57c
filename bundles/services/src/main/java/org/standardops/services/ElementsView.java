package org.standardops.services;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.TaskState;

/**
 * Some elements of a node that runs for each of a list.
 *
 * @param elements in the order of their numbers
 * @param allowed what the caller may do with each now, by its id
 * @param next number to go on with; empty: there are no more
 */
public record ElementsView(
    TaskState task, List<NodeState> elements, Map<String, Set<Action>> allowed, OptionalInt next) {

  public ElementsView {
    elements = List.copyOf(elements);
    allowed = Map.copyOf(allowed);
  }
}
