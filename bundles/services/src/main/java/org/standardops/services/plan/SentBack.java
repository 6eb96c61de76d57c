package org.standardops.services.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.ParameterValues;
import org.standardops.engine.core.TaskState;

/**
 * Tells what a client changed from what it only sent back. A client is shown values in the place of
 * references: a parameter that has the value shown keeps its reference.
 */
public final class SentBack {

  private SentBack() {}

  /** What of the parameters of a node is really new. */
  public static Map<String, Object> without(
      TaskState task, NodeState node, Map<String, Object> sent) {
    Map<String, Object> shown = ParameterValues.of(task, node).value();
    Map<String, Object> changes = new LinkedHashMap<>(sent);
    changes
        .entrySet()
        .removeIf(
            param ->
                Objects.equals(param.getValue(), node.params().get(param.getKey()))
                    || param.getValue() != null
                        && param.getValue().equals(shown.get(param.getKey())));
    return changes;
  }

  /** The same of many nodes, by id. */
  public static Map<String, Map<String, Object>> without(
      TaskState task, Map<String, Map<String, Object>> sent) {
    Map<String, Map<String, Object>> changes = new LinkedHashMap<>();
    sent.forEach(
        (id, params) -> {
          NodeState node = task.nodes().get(id);
          changes.put(id, node == null ? params : without(task, node, params));
        });
    return changes;
  }
}
