package org.standardops.services.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.ElementId;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.ParameterValues;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.template.Templates;
import org.standardops.services.check.AtomVersions;
import org.standardops.services.check.PlacedNode;
import org.standardops.services.check.ReferenceScope;
import org.standardops.services.check.ReferenceScope.PlacedStep;

/** Checks changed values of a task that is there, at a retry or while it stands still. */
public final class TaskChanges {

  private final AtomVersions versions;

  public TaskChanges(AtomVersions versions) {
    this.versions = versions;
  }

  /**
   * Every fault of a retry.
   *
   * @param process the revision that the task was made of
   * @param node the node's state
   * @param secrets names of those that the business has
   */
  public List<Fault> retry(
      TaskState task,
      ProcessDefinition process,
      NodeState node,
      Command.RetryNode retry,
      Set<String> secrets) {
    EnteredVariables variables = EnteredVariables.changed(process, retry.variables());
    List<Fault> faults = new ArrayList<>(variables.faults());
    AtomRef version =
        retry.atomVersion().map(v -> new AtomRef(node.atom().code(), v)).orElse(node.atom());
    Optional<InstalledAtom> atom = versions.find(version);
    if (atom.isEmpty() && retry.atomVersion().isPresent()) {
      faults.add(
          new Fault(
              "/atomVersion",
              "UNKNOWN_ATOM_VERSION",
              "The atom " + version + " is not installed."));
    } else if (!version.equals(node.atom()) && !versions.isActive(version)) {
      faults.add(
          new Fault(
              "/atomVersion",
              "RETIRED_ATOM_VERSION",
              "The atom " + version + " is retired: take a version that is ACTIVE in GET /atoms."));
    }
    atom.ifPresent(
        installed ->
            faults.addAll(
                attempt(task, variables, secrets)
                    .check(
                        "/params",
                        JsonValues.merged(node.params(), retry.params()),
                        scopes(task, process).get(ElementId.nodeOf(node.id())),
                        installed)));
    return faults;
  }

  /**
   * Every fault of new values for nodes that have not started.
   *
   * @param secrets names of those that the business has
   */
  public List<Fault> modify(
      TaskState task,
      ProcessDefinition process,
      Map<String, Object> variables,
      Map<String, Map<String, Object>> params,
      Set<String> secrets) {
    EnteredVariables changed = EnteredVariables.changed(process, variables);
    List<Fault> faults = new ArrayList<>(changed.faults());
    Map<String, ReferenceScope> scopes = scopes(task, process);
    AttemptCheck attempt = attempt(task, changed, secrets);
    params
        .keySet()
        .forEach(
            id -> {
              if (!task.nodes().containsKey(id)) {
                faults.add(Unknown.node(pointer(id), id));
              } else if (!isToCome(task.nodes().get(id))) {
                faults.add(notToCome(task.nodes().get(id)));
              }
            });
    for (NodeState node : task.nodes().values()) {
      Map<String, Object> merged =
          JsonValues.merged(node.params(), params.getOrDefault(node.id(), Map.of()));
      boolean concerned = params.containsKey(node.id()) || uses(merged, variables.keySet());
      if (concerned && isToCome(node)) {
        versions
            .find(node.atom())
            .ifPresent(
                atom ->
                    faults.addAll(
                        attempt.check(pointer(node.id()), merged, scopes.get(node.id()), atom)));
      }
    }
    return faults.stream().distinct().toList();
  }

  private static String pointer(String node) {
    return "/params/" + JsonValues.token(node);
  }

  private static boolean isToCome(NodeState node) {
    return node.status() == NodeStatus.PENDING && node.attempt() == 0;
  }

  private static boolean uses(Map<String, Object> params, Set<String> keys) {
    return Templates.references(params).stream()
        .anyMatch(reference -> keys.contains(reference.path().split("\\.", 2)[0]));
  }

  private static Fault notToCome(NodeState node) {
    return node.status() == NodeStatus.EXCLUDED
        ? new Fault(
            pointer(node.id()), "NOT_SELECTED", "'" + node.id() + "' is not selected; leave it.")
        : started(pointer(node.id()), node);
  }

  private static Fault started(String at, NodeState node) {
    return new Fault(
        at,
        "NODE_STARTED",
        "'"
            + node.id()
            + "' is "
            + node.status()
            + "; only nodes that have not started can be modified. A failed one is retried with"
            + " other parameters.");
  }

  private static AttemptCheck attempt(
      TaskState task, EnteredVariables changed, Set<String> secrets) {
    Map<String, Object> variables = new HashMap<>(task.variables());
    variables.putAll(changed.values());
    return new AttemptCheck(
        task.plan().business(),
        path -> ParameterValues.value(task, variables, path),
        changed.faulty(),
        secrets);
  }

  private Map<String, ReferenceScope> scopes(TaskState task, ProcessDefinition process) {
    Set<String> keys = new HashSet<>(task.plan().variables().keySet());
    process.variables().stream().map(Variable::key).forEach(keys::add);
    Map<String, ReferenceScope> scopes =
        ReferenceScope.of(keys, task.plan().businessVariables().keySet())
            .scopes(
                task.plan().steps().stream()
                    .map(
                        step ->
                            new PlacedStep(
                                step.mode(), step.nodes().stream().map(this::placed).toList()))
                    .toList());
    task.plan()
        .nodes()
        .forEach(node -> scopes.computeIfPresent(node.id(), (id, of) -> of.within(node.forEach())));
    return scopes;
  }

  private PlacedNode placed(PlannedNode node) {
    return new PlacedNode(node.id(), node.params(), node.outputs(), versions.find(node.atom()));
  }
}
