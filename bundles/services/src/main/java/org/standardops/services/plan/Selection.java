package org.standardops.services.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.Fault;
import org.standardops.model.process.Node;
import org.standardops.model.process.ProcessDefinition;

/**
 * Which nodes of a process a task runs.
 *
 * @param ids of the selected nodes
 * @param faults with pointers into what was sent
 */
record Selection(Set<String> ids, List<Fault> faults) {

  Selection {
    ids = Set.copyOf(ids);
    faults = List.copyOf(faults);
  }

  static Selection of(ProcessDefinition process, Optional<List<String>> nodes) {
    Set<String> all = new LinkedHashSet<>();
    process.nodes().map(Node::id).forEach(all::add);
    if (nodes.isEmpty()) {
      return new Selection(all, List.of());
    }
    Set<String> ids = new HashSet<>();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < nodes.get().size(); i++) {
      String id = nodes.get().get(i);
      if (!all.contains(id)) {
        faults.add(Unknown.node("/nodes/" + i, id));
      } else if (!ids.add(id)) {
        faults.add(new Fault("/nodes/" + i, "DUPLICATE_ID", "'" + id + "' is selected twice."));
      }
    }
    if (nodes.get().isEmpty()) {
      faults.add(new Fault("/nodes", "MISSING", "Select at least one atom node."));
    }
    process
        .nodes()
        .filter(node -> node.mandatory() && !ids.contains(node.id()))
        .forEach(
            node ->
                faults.add(
                    new Fault(
                        "/nodes",
                        "MANDATORY_NODE",
                        "'" + node.id() + "' is mandatory and cannot be deselected.")));
    return new Selection(ids, faults);
  }

  boolean contains(Node node) {
    return ids.contains(node.id());
  }
}
