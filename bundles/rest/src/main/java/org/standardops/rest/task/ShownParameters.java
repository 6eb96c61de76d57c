package org.standardops.rest.task;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.ParameterValues;
import org.standardops.engine.core.TaskState;
import org.standardops.model.JsonValues;
import org.standardops.model.SealedText;
import org.standardops.model.template.Templates;

/**
 * Parameters for reading: a reference gives way to its value as soon as that is known, unless that
 * is secret.
 */
final class ShownParameters {

  private ShownParameters() {}

  static Map<String, Object> of(TaskState task, NodeState node) {
    Templates.Resolved resolved = ParameterValues.of(task, node);
    Set<String> unknown =
        resolved.faults().stream()
            .map(fault -> fault.pointer().split("/", 3)[1])
            .collect(Collectors.toSet());
    Map<String, Object> shown = new LinkedHashMap<>(resolved.value());
    shown.replaceAll(
        (key, value) -> unknown.contains(JsonValues.token(key)) ? node.params().get(key) : value);
    return SealedText.shownObject(shown);
  }
}
