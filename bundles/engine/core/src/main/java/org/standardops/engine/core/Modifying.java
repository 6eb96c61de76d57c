package org.standardops.engine.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;

/** Decides new values for nodes that have not started. */
final class Modifying {

  private Modifying() {}

  static Optional<Verdict.Rejection> modify(Draft draft, Command.Modify modify, String by) {
    List<Fault> faults = new ArrayList<>();
    modify.params().keySet().forEach(node -> check(draft.state(), node, faults));
    if (!faults.isEmpty()) {
      return Optional.of(
          new Verdict.Rejection(
              ErrorCode.INVALID,
              faults.size() + " fault(s) in what was sent; see 'errors'.",
              faults));
    }
    if (!modify.variables().isEmpty()) {
      draft.add(new Event.VariablesChanged(modify.variables(), by));
    }
    modify.params().forEach((node, params) -> change(draft, node, params, by));
    return Draft.taken();
  }

  private static void check(TaskState state, String id, List<Fault> faults) {
    NodeState node = state.nodes().get(id);
    String pointer = "/params/" + JsonValues.token(id);
    if (node == null) {
      faults.add(new Fault(pointer, "UNKNOWN_NODE", "There is no such node in this task."));
    } else if (node.attempt() > 0) {
      faults.add(
          new Fault(
              pointer,
              "NODE_STARTED",
              "The node has started; its parameters can be changed by a retry."));
    }
  }

  private static void change(Draft draft, String node, Map<String, Object> changes, String by) {
    Map<String, Object> params = JsonValues.merged(draft.node(node).params(), changes);
    if (!params.equals(draft.node(node).params())) {
      draft.add(new Event.ParamsChanged(node, params, by));
    }
  }
}
