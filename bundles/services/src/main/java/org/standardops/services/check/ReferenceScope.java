package org.standardops.services.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.core.ParameterValues;
import org.standardops.expression.Expressions;
import org.standardops.model.Fault;
import org.standardops.model.process.ForEach;
import org.standardops.model.process.Step;
import org.standardops.model.template.Reference;
import org.standardops.model.template.Templates;

/**
 * Which references have a value when a node starts: variables, what the system knows of the task,
 * and outputs of nodes that end before. Immutable.
 */
public final class ReferenceScope {

  private final Set<String> variables;
  private final Set<String> businessVariables;
  private final Map<String, PlacedNode> ended;

  private ReferenceScope(
      Set<String> variables, Set<String> businessVariables, Map<String, PlacedNode> ended) {
    this.variables = variables;
    this.businessVariables = businessVariables;
    this.ended = ended;
  }

  public static ReferenceScope of(Set<String> variables, Set<String> businessVariables) {
    return new ReferenceScope(Set.copyOf(variables), Set.copyOf(businessVariables), Map.of());
  }

  /** What is known within a node, too: its element and the element's number. */
  public ReferenceScope within(Optional<ForEach> forEach) {
    if (forEach.isEmpty()) {
      return this;
    }
    Set<String> more = new HashSet<>(variables);
    more.add(forEach.get().as());
    more.add(forEach.get().index());
    return new ReferenceScope(more, businessVariables, ended);
  }

  /** Every name in a condition that has no value. */
  public List<Fault> checkCondition(String condition) {
    return Expressions.references(condition).stream()
        .filter(path -> List.of("node", "business", "task").contains(path.split("\\.", 2)[0]))
        .flatMap(path -> problem(path).stream())
        .map(problem -> new Fault("", "UNKNOWN_VARIABLE", problem))
        .toList();
  }

  /** KEYs of variables and of outputs that have become variables. */
  public Set<String> keys() {
    Set<String> keys = new HashSet<>(variables);
    ended.values().forEach(node -> keys.addAll(node.outputs().values()));
    return keys;
  }

  /** What is known after these nodes, too. */
  private ReferenceScope after(List<PlacedNode> nodes) {
    Map<String, PlacedNode> more = new HashMap<>(ended);
    nodes.forEach(node -> more.put(node.id(), node));
    return new ReferenceScope(variables, businessVariables, more);
  }

  /** The nodes of one step, in order. */
  public record PlacedStep(Step.Mode mode, List<PlacedNode> nodes) {
    public PlacedStep {
      nodes = List.copyOf(nodes);
    }
  }

  /** The scope in which each node starts, by node id. */
  public Map<String, ReferenceScope> scopes(List<PlacedStep> steps) {
    Map<String, ReferenceScope> scopes = new HashMap<>();
    ReferenceScope now = this;
    for (PlacedStep step : steps) {
      ReferenceScope within = now;
      for (PlacedNode node : step.nodes()) {
        scopes.put(node.id(), within);
        within = step.mode() == Step.Mode.SERIAL ? within.after(List.of(node)) : within;
      }
      now = now.after(step.nodes());
    }
    return scopes;
  }

  /** Every reference in these parameters that is none, or has no value; pointers into them. */
  public List<Fault> check(Map<String, Object> params) {
    List<Fault> faults = new ArrayList<>();
    for (Reference reference : Templates.references(params)) {
      if (reference.broken()) {
        faults.add(
            new Fault(
                reference.pointer(),
                "BROKEN_REFERENCE",
                "A reference is written ${KEY}; a plain ${ is written $${."));
      } else {
        problem(reference.path())
            .ifPresent(
                problem -> faults.add(new Fault(reference.pointer(), "UNKNOWN_VARIABLE", problem)));
      }
    }
    return faults;
  }

  private Optional<String> problem(String path) {
    String[] names = path.split("\\.", 3);
    String written = "${" + path + "}";
    switch (names[0]) {
      case "task":
        return names.length == 2 && ParameterValues.TASK_FIELDS.contains(names[1])
            ? Optional.empty()
            : Optional.of(
                written
                    + " is not known; of the task there is "
                    + ParameterValues.TASK_FIELDS
                    + ".");
      case "business":
        return names.length > 1 && businessVariables.contains(names[1])
            ? Optional.empty()
            : Optional.of(written + ": the business configuration has no such KEY.");
      case "node":
        return nodeProblem(names, written);
      default:
        return variables.contains(names[0]) || isOutput(names[0])
            ? Optional.empty()
            : Optional.of(
                written
                    + " is neither a variable of the process nor an output of a node that ends"
                    + " before this one starts.");
    }
  }

  private boolean isOutput(String key) {
    return ended.values().stream().anyMatch(node -> node.outputs().containsValue(key));
  }

  private Optional<String> nodeProblem(String[] names, String written) {
    PlacedNode node = names.length < 3 ? null : ended.get(names[1]);
    if (node == null) {
      return Optional.of(
          written + ": write ${node.ID.OUTPUT}, of a node that ends before this one starts.");
    }
    String output = names[2].split("\\.", 2)[0];
    return node.gives(output)
        ? Optional.empty()
        : Optional.of(written + ": the atom of node '" + node.id() + "' gives no such output.");
  }
}
