package org.standardops.services.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.standardops.engine.core.TaskState;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.template.Templates;

/** The values that references of a task have, as far as they are known. */
final class TaskValues implements Function<String, Optional<Object>> {

  private final Map<String, Object> roots;

  private TaskValues(Map<String, Object> roots) {
    this.roots = roots;
  }

  /** Before anything ran: no outputs, and no start. */
  static TaskValues of(TaskPlan plan) {
    Map<String, Object> roots = new HashMap<>(plan.variables());
    roots.put("business", plan.businessVariables());
    roots.put("task", fields(plan));
    return new TaskValues(roots);
  }

  /** While it runs, with these variables. */
  static TaskValues of(TaskState task, Map<String, Object> variables) {
    Map<String, Object> outputs = new HashMap<>();
    task.nodes().forEach((id, node) -> outputs.put(id, node.outputs()));
    Map<String, Object> fields = new HashMap<>(fields(task.plan()));
    task.startedAt().ifPresent(at -> fields.put("startedAt", at.toString()));
    Map<String, Object> roots = new HashMap<>(variables);
    roots.put("node", outputs);
    roots.put("business", task.plan().businessVariables());
    roots.put("task", fields);
    return new TaskValues(roots);
  }

  private static Map<String, Object> fields(TaskPlan plan) {
    return Map.of(
        "id", plan.id().toString(),
        "name", plan.name(),
        "business", plan.business().value(),
        "createdBy", plan.createdBy(),
        "createdAt", plan.createdAt().toString(),
        "process", plan.processName(),
        "revision", plan.revision());
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
