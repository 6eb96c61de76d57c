package org.standardops.services.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.core.TaskState;
import org.standardops.model.process.Node;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.services.TaskInput;

/** What somebody would have to send to get a task like the one that is there. */
public final class TaskAsInput {

  private TaskAsInput() {}

  /**
   * The task with the values that it has now: those that were mended on the way count.
   *
   * @param process the revision that it was made of
   */
  public static TaskInput of(TaskState task, ProcessDefinition process, TaskPlan.Origin origin) {
    Map<String, Map<String, Object>> params = new HashMap<>();
    process
        .nodes()
        .filter(node -> isSelected(task, node))
        .forEach(
            node -> {
              Map<String, Object> changes =
                  changes(node.params(), task.nodes().get(node.id()).params());
              if (!changes.isEmpty()) {
                params.put(node.id(), changes);
              }
            });
    return new TaskInput(
        Optional.empty(),
        variables(task, process),
        selected(task),
        params,
        Optional.empty(),
        false,
        origin);
  }

  private static boolean isSelected(TaskState task, Node node) {
    return task.plan()
        .nodes()
        .anyMatch(planned -> planned.id().equals(node.id()) && planned.selected());
  }

  /** Empty where all are: then nodes that the process got since belong to it, too. */
  private static Optional<List<String>> selected(TaskState task) {
    return task.plan().nodes().allMatch(PlannedNode::selected)
        ? Optional.empty()
        : Optional.of(
            task.plan().nodes().filter(PlannedNode::selected).map(PlannedNode::id).toList());
  }

  /** A variable that nodes give a value to has the one that was entered. */
  private static Map<String, Object> variables(TaskState task, ProcessDefinition process) {
    Set<String> given = new HashSet<>();
    process.nodes().forEach(node -> given.addAll(node.outputs().values()));
    Map<String, Object> variables = new HashMap<>();
    for (Variable variable : process.variables()) {
      String key = variable.key();
      Object value =
          given.contains(key) ? task.plan().variables().get(key) : task.variables().get(key);
      if (value != null) {
        variables.put(key, value);
      }
    }
    return variables;
  }

  private static Map<String, Object> changes(Map<String, Object> from, Map<String, Object> to) {
    Map<String, Object> changes = new HashMap<>();
    to.forEach(
        (key, value) -> {
          if (!Objects.equals(value, from.get(key))) {
            changes.put(key, value);
          }
        });
    from.keySet().stream()
        .filter(key -> !to.containsKey(key))
        .forEach(key -> changes.put(key, null));
    return changes;
  }
}
