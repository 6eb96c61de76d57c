package org.standardops.engine.core;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.standardops.model.process.ForEach;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.template.Templates;

/**
 * Puts values in the place of references: {@code ${KEY}}, {@code ${business.KEY}}, {@code
 * ${task.id}}, {@code ${node.push.taskIds}}; further dots go into objects and, by number, lists.
 */
public final class ParameterValues {

  /** What {@code ${task.…}} knows. */
  public static final List<String> TASK_FIELDS =
      List.of(
          "id", "name", "business", "createdBy", "createdAt", "startedAt", "process", "revision");

  private ParameterValues() {}

  /** The parameters of a node's current attempt, as the atom gets them. */
  public static Templates.Resolved of(TaskState state, NodeState node) {
    return of(state, node, node.params());
  }

  /** Other parameters, with the values that this node's current attempt sees. */
  public static Templates.Resolved of(TaskState state, NodeState node, Map<String, Object> params) {
    if (ElementId.is(node.id())) {
      return ofElement(state, ElementId.of(node.id()), params);
    }
    Map<String, Object> variables = node.run().variables().orElse(state.variables());
    return Templates.resolve(params, path -> value(state, variables, path));
  }

  /** All elements of a node see the same variables, and each its own item. */
  private static Templates.Resolved ofElement(
      TaskState state, ElementId id, Map<String, Object> params) {
    NodeState node = state.nodes().get(id.node());
    ForEach forEach = Plans.node(state, id.node()).forEach().orElseThrow();
    Map<String, Object> variables = new HashMap<>(node.run().variables().orElse(state.variables()));
    variables.put(forEach.as(), node.elements().orElseThrow().items().get(id.index()));
    variables.put(forEach.index(), id.index());
    return Templates.resolve(params, path -> value(state, variables, path));
  }

  /**
   * The value of one path.
   *
   * @param variables the task's, as the node sees them
   * @return {@link Templates#NULL} for a JSON null; empty where nothing has this name
   */
  public static Optional<Object> value(
      TaskState state, Map<String, Object> variables, String path) {
    List<String> names = Arrays.asList(path.split("\\."));
    List<String> rest = names.subList(1, names.size());
    return switch (names.get(0)) {
      case "business" -> within(state.plan().businessVariables(), rest);
      case "task" -> rest.size() == 1 ? taskField(state, rest.get(0)) : Optional.empty();
      case "node" -> output(state, rest);
      default -> within(variables, names);
    };
  }

  private static Optional<Object> output(TaskState state, List<String> names) {
    if (names.size() < 2 || !state.nodes().containsKey(names.get(0))) {
      return Optional.empty();
    }
    NodeState node = state.nodes().get(names.get(0));
    List<String> rest = names.subList(1, names.size());
    return node.elements().isPresent()
        ? within(Map.of(rest.get(0), node.elements().get().outputs(rest.get(0))), rest)
        : within(node.outputs(), rest);
  }

  /**
   * What a condition may name: {@code KEY}, {@code business.KEY}, {@code task.FIELD}, or all
   * outputs of one node by {@code node.ID}.
   */
  static Optional<Object> root(TaskState state, Map<String, Object> variables, String path) {
    if (!path.startsWith("node.")) {
      return value(state, variables, path);
    }
    return Optional.ofNullable(state.nodes().get(path.substring("node.".length())))
        .map(node -> node.elements().isPresent() ? collected(node) : node.outputs());
  }

  private static Map<String, Object> collected(NodeState node) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    node.elements().orElseThrow().states().stream()
        .filter(Objects::nonNull)
        .flatMap(element -> element.outputs().keySet().stream())
        .distinct()
        .forEach(name -> outputs.put(name, node.elements().get().outputs(name)));
    return outputs;
  }

  private static Optional<Object> taskField(TaskState state, String field) {
    TaskPlan plan = state.plan();
    return switch (field) {
      case "id" -> Optional.of(plan.id().toString());
      case "name" -> Optional.of(plan.name());
      case "business" -> Optional.of(plan.business().value());
      case "createdBy" -> Optional.of(plan.createdBy());
      case "createdAt" -> Optional.of(plan.createdAt().toString());
      case "startedAt" -> state.startedAt().map(Object::toString);
      case "process" -> Optional.of(plan.processName());
      case "revision" -> Optional.of(plan.revision());
      default -> Optional.empty();
    };
  }

  private static Optional<Object> within(Object value, List<String> names) {
    Object found = value;
    for (String name : names) {
      if (found instanceof Map<?, ?> map && map.containsKey(name)) {
        found = map.get(name);
      } else if (found instanceof List<?> list && isIndex(name, list.size())) {
        found = list.get(Integer.parseInt(name));
      } else {
        return Optional.empty();
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(found == null ? Templates.NULL : found);
  }

  private static boolean isIndex(String name, int size) {
    return name.matches("[0-9]{1,6}") && Integer.parseInt(name) < size;
  }
}
