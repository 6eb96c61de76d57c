package org.standardops.services.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.standardops.engine.core.Entry;
import org.standardops.engine.core.Event;
import org.standardops.engine.core.ParameterValues;
import org.standardops.engine.core.TaskState;
import org.standardops.model.Fault;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskPlan.PlannedStep;
import org.standardops.model.template.Reference;
import org.standardops.model.template.Templates;
import org.standardops.services.Preview.NodePreview;
import org.standardops.services.Preview.Open;

/**
 * Replaces the references in a plan's parameters as the engine will, on the state in which the task
 * begins; what is known only later stands as it was written.
 */
public final class LookAhead {

  /** Fields of {@code ${task.…}} that are the same before the task is made and after. */
  private static final Set<String> KNOWN_FIELDS =
      Set.of("business", "createdBy", "process", "revision");

  private static final Map<String, Object> HIDDEN = Map.of("secret", true);

  private final TaskState begin;
  private final Set<String> secrets;
  private final Set<String> missing;
  private final Set<String> outputs = new HashSet<>();
  private final Map<String, String> versions;

  private LookAhead(
      ProcessDefinition process, TaskPlanner.Planned planned, Map<String, String> versions) {
    TaskPlan plan = planned.plan();
    this.begin =
        TaskState.created(new Entry(1, plan.createdAt(), List.of(new Event.TaskCreated(plan))));
    this.secrets =
        process.variables().stream()
            .filter(LookAhead::isSecret)
            .map(Variable::key)
            .collect(Collectors.toSet());
    this.missing =
        planned.faults().stream()
            .filter(fault -> fault.code().equals("MISSING"))
            .map(Fault::pointer)
            .filter(pointer -> pointer.startsWith("/variables/"))
            .map(pointer -> pointer.substring("/variables/".length()))
            .collect(Collectors.toSet());
    plan.nodes().forEach(node -> outputs.addAll(node.outputs().values()));
    this.versions = Map.copyOf(versions);
  }

  private static boolean isSecret(Variable variable) {
    return variable.type() == Variable.Type.SECRET
        || "secret".equals(variable.schema().get("format"));
  }

  /**
   * The selected nodes, in order.
   *
   * @param versions of the nodes' atoms, by node id
   */
  public static List<NodePreview> nodes(
      ProcessDefinition process, TaskPlanner.Planned planned, Map<String, String> versions) {
    LookAhead ahead = new LookAhead(process, planned, versions);
    return planned.plan().steps().stream()
        .flatMap(
            step ->
                step.nodes().stream()
                    .filter(PlannedNode::selected)
                    .map(node -> ahead.node(step, node)))
        .toList();
  }

  private NodePreview node(PlannedStep step, PlannedNode node) {
    Function<String, Optional<Object>> lookup =
        path -> note(path).isPresent() ? Optional.of("${" + path + "}") : Optional.of(value(path));
    return new NodePreview(
        step.id(),
        node.id(),
        node.name(),
        node.atom().code(),
        Optional.ofNullable(versions.get(node.id())),
        Templates.resolve(node.params(), lookup).value(),
        Templates.references(node.params()).stream()
            .filter(reference -> !reference.broken())
            .flatMap(reference -> open(reference).stream())
            .toList());
  }

  private Optional<Open> open(Reference reference) {
    return note(reference.path())
        .map(note -> new Open(reference.pointer(), "${" + reference.path() + "}", note));
  }

  private Object value(String path) {
    Object value = ParameterValues.value(begin, begin.variables(), path).orElseThrow();
    return secrets.contains(first(path)) && value != Templates.NULL ? HIDDEN : value;
  }

  /** Why a reference has no value yet; empty where it has one. */
  private Optional<String> note(String path) {
    String[] names = path.split("\\.", 3);
    if (names[0].equals("node")) {
      return Optional.of(
          names.length > 1
              ? "Known when the node '" + names[1] + "' has ended."
              : "Names no output.");
    }
    if (names[0].equals("task") && !(names.length == 2 && KNOWN_FIELDS.contains(names[1]))) {
      return Optional.of("Known when the task is there.");
    }
    if (outputs.contains(names[0])) {
      return Optional.of("Known when the node that gives it has ended.");
    }
    if (missing.contains(names[0])) {
      return Optional.of("Nothing was entered.");
    }
    return ParameterValues.value(begin, begin.variables(), path).isPresent()
        ? Optional.empty()
        : Optional.of("Nothing has this name.");
  }

  private static String first(String path) {
    return path.split("\\.", 2)[0];
  }
}
