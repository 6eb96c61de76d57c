package org.standardops.services.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.standardops.engine.core.TaskState;
import org.standardops.model.template.Templates;

/** The values that references of a task have, as far as they are known. */
final class TaskValues implements Function<String, Optional<Object>> {

  private final Map<String, Object> roots;

  private TaskValues(Map<String, Object> roots) {
    this.roots = roots;
  }

  /** Before anything ran: variables, and what the system knows of the task. */
  static TaskValues planned(Map<String, Object> variables, Map<String, Object> task) {
    Map<String, Object> roots = new HashMap<>(variables);
    roots.put("task", task);
    return new TaskValues(roots);
  }

  /** While it runs: outputs of nodes, too. */
  static TaskValues of(TaskState task, Map<String, Object> variables) {
    Map<String, Object> outputs = new HashMap<>();
    task.nodes().forEach((id, node) -> outputs.put(id, node.outputs()));
    Map<String, Object> roots = new HashMap<>(variables);
    roots.put("node", outputs);
    roots.put("business", task.plan().businessVariables());
    roots.put(
        "task",
        Map.of(
            "id", task.plan().id().toString(),
            "name", task.plan().name(),
            "createdBy", task.plan().createdBy(),
            "createdAt", task.plan().createdAt().toString()));
    return new TaskValues(roots);
  }

  @Override
  public Optional<Object> apply(String path) {
    Object value = roots;
    for (String name : path.split("\\.")) {
      if (value instanceof Map<?, ?> map && map.containsKey(name)) {
        value = map.get(name);
      } else if (value instanceof List<?> list && isIndexOf(list, name)) {
        value = list.get(Integer.parseInt(name));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(value == null ? Templates.NULL : value);
  }

  private static boolean isIndexOf(List<?> list, String name) {
    return name.matches("[0-9]{1,6}") && Integer.parseInt(name) < list.size();
  }
}
