package org.standardops.services.lightapp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.TaskState;
import org.standardops.model.process.Node;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Step;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.services.port.LightApp;
import org.standardops.services.port.StoredProcess;

/** Takes from a task what another run needs to do the same. */
public final class Freezing {

  private Freezing() {}

  /**
   * The task as it ran in the end: what a person mended at a retry is kept.
   *
   * @param process the revision that the task was made of
   */
  public static LightApp.Frozen freeze(TaskState task, StoredProcess process) {
    return new LightApp.Frozen(
        task.plan().id(),
        process.id(),
        process.revision(),
        definition(task, process.definition()),
        task.plan().nodes().filter(PlannedNode::selected).map(PlannedNode::id).toList(),
        values(task, process.definition()));
  }

  private static ProcessDefinition definition(TaskState task, ProcessDefinition process) {
    return new ProcessDefinition(
        process.name(),
        process.type(),
        process.notification(),
        process.timeout(),
        process.onTimeout(),
        process.variables(),
        process.steps().stream().map(step -> step(task, step)).toList());
  }

  private static Step step(TaskState task, Step step) {
    return step.withNodes(
        step.nodes().stream().map(node -> node(task.nodes().get(node.id()), node)).toList());
  }

  private static Node node(NodeState ran, Node node) {
    return new Node(
        node.id(),
        node.name(),
        node.atom(),
        Optional.of(ran.atom().version()),
        node.timing(),
        node.mandatory(),
        ran.params(),
        node.policy(),
        node.outputs(),
        node.when(),
        node.forEach());
  }

  private static Map<String, Object> values(TaskState task, ProcessDefinition process) {
    Map<String, Object> values = new LinkedHashMap<>();
    process
        .variables()
        .forEach(variable -> values.put(variable.key(), task.variables().get(variable.key())));
    return values;
  }
}
