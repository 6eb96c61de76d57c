package org.standardops.services.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.standardops.engine.core.Entry;
import org.standardops.engine.core.Event;
import org.standardops.engine.core.ParameterValues;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.expression.Expressions;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.TextLimit;
import org.standardops.model.process.ForEach;
import org.standardops.model.process.Node;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Step;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskPlan.PlannedStep;
import org.standardops.model.template.Reference;
import org.standardops.model.template.Templates;
import org.standardops.services.TaskInput;
import org.standardops.services.check.BusinessValues;
import org.standardops.services.check.PlacedNode;
import org.standardops.services.check.ReferenceScope;
import org.standardops.services.check.ReferenceScope.PlacedStep;

/** One making of a plan: gathers every fault on the way. */
final class Planning {

  private static final TextLimit NAME = TextLimit.name(200);

  private final TaskPlanner.Origin origin;
  private final TaskInput input;
  private final BusinessValues business;
  private final ProcessDefinition process;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Optional<InstalledAtom>> atoms = new HashMap<>();
  private final Map<String, Map<String, Object>> params = new HashMap<>();

  Planning(
      TaskPlanner.Origin origin,
      TaskInput input,
      BusinessValues business,
      Function<Node, Optional<InstalledAtom>> atomOf) {
    this.origin = origin;
    this.business = business;
    this.input = input;
    this.process = origin.process().definition();
    process.nodes().forEach(node -> atoms.put(node.id(), atomOf.apply(node)));
  }

  TaskPlanner.Planned plan() {
    String name = input.name().orElseGet(origin::defaultName);
    faults.addAll(NAME.check("/name", name));
    Selection selection = Selection.of(process, input.nodes());
    faults.addAll(selection.faults());
    mergeParams(selection);
    needsOfExcluded(selection);
    EnteredVariables variables =
        EnteredVariables.of(process, input.variables(), notAsked(selection));
    faults.addAll(variables.faults());
    TaskPlan plan = plan(name, selection, variables);
    checkParams(selection, variables, plan);
    return new TaskPlanner.Planned(plan, faults.stream().distinct().toList());
  }

  private void mergeParams(Selection selection) {
    process
        .nodes()
        .forEach(
            node ->
                params.put(
                    node.id(),
                    JsonValues.merged(
                        node.params(), input.params().getOrDefault(node.id(), Map.of()))));
    for (String id : input.params().keySet()) {
      String at = "/params/" + JsonValues.token(id);
      if (!atoms.containsKey(id)) {
        faults.add(Unknown.node(at, id));
      } else if (!selection.ids().contains(id)) {
        faults.add(
            new Fault(
                at, "NOT_SELECTED", "'" + id + "' is not selected; leave its parameters out."));
      }
    }
  }

  private void needsOfExcluded(Selection selection) {
    selected(selection)
        .forEach(
            node ->
                paths(node)
                    .flatMap(path -> giver(path).stream())
                    .distinct()
                    .filter(giver -> !selection.contains(giver))
                    .forEach(giver -> faults.add(excluded(node, giver))));
  }

  private static Fault excluded(Node node, Node giver) {
    return new Fault(
        "/nodes",
        "EXCLUDED_NODE_NEEDED",
        "'%s' needs an output of '%s', which is not selected: select both or neither."
            .formatted(node.id(), giver.id()));
  }

  /** All that a node names: in its parameters, its list and its conditions. */
  private Stream<String> paths(Node node) {
    Map<String, Object> items =
        Map.of("items", node.forEach().map(ForEach::items).orElse(List.of()));
    Stream<String> referred =
        Stream.of(params.get(node.id()), items)
            .flatMap(of -> Templates.references(of).stream())
            .map(Reference::path);
    Stream<String> conditions =
        Stream.concat(node.when().stream(), stepOf(node).when().stream())
            .flatMap(when -> Expressions.references(when).stream());
    return Stream.concat(referred, conditions);
  }

  private Step stepOf(Node node) {
    return process.steps().stream()
        .filter(step -> step.nodes().contains(node))
        .findFirst()
        .orElseThrow();
  }

  /** The node whose output a path names. */
  private Optional<Node> giver(String path) {
    String[] names = path.split("\\.", 3);
    return process
        .nodes()
        .filter(
            node ->
                names[0].equals("node")
                    ? names.length > 1 && node.id().equals(names[1])
                    : node.outputs().containsValue(names[0]))
        .findFirst();
  }

  /** Variables that stand in parameters of the process, but in none that will be used. */
  private Set<String> notAsked(Selection selection) {
    Set<String> notAsked = new HashSet<>();
    process.nodes().forEach(node -> notAsked.addAll(names(node.params())));
    selected(selection)
        .forEach(
            node -> paths(node).map(path -> path.split("\\.", 2)[0]).forEach(notAsked::remove));
    return notAsked;
  }

  private static Set<String> names(Map<String, Object> params) {
    Set<String> names = new HashSet<>();
    Templates.references(params)
        .forEach(reference -> names.add(reference.path().split("\\.", 2)[0]));
    return names;
  }

  private void checkParams(Selection selection, EnteredVariables variables, TaskPlan plan) {
    Map<String, ReferenceScope> scopes =
        ReferenceScope.of(variables.values().keySet(), business.configuration().keySet())
            .scopes(placed());
    AttemptCheck check =
        new AttemptCheck(
            business.business(), planned(plan), variables.faulty(), business.secrets());
    selected(selection)
        .forEach(
            node ->
                atoms
                    .get(node.id())
                    .ifPresentOrElse(
                        atom ->
                            faults.addAll(
                                check.check(
                                    "/params/" + node.id(),
                                    params.get(node.id()),
                                    scopes.get(node.id()).within(node.forEach()),
                                    atom)),
                        () -> faults.add(atomMissing(node))));
  }

  /** Values as the engine will see them, of all that is known before anything ran. */
  private static Function<String, Optional<Object>> planned(TaskPlan plan) {
    TaskState created =
        TaskState.created(new Entry(1, plan.createdAt(), List.of(new Event.TaskCreated(plan))));
    return path -> ParameterValues.value(created, plan.variables(), path);
  }

  private static Fault atomMissing(Node node) {
    return new Fault(
        "/nodes",
        "UNKNOWN_ATOM",
        "'%s' needs the atom '%s', which is not installed in a version that fits; ask a platform admin to install it."
            .formatted(node.id(), node.atom()));
  }

  private List<PlacedStep> placed() {
    return process.steps().stream()
        .map(
            step ->
                new PlacedStep(
                    step.mode(),
                    step.nodes().stream()
                        .map(
                            node ->
                                new PlacedNode(
                                    node.id(),
                                    params.get(node.id()),
                                    node.outputs(),
                                    atoms.get(node.id())))
                        .toList()))
        .toList();
  }

  private Stream<Node> selected(Selection selection) {
    return process.nodes().filter(selection::contains);
  }

  private TaskPlan plan(String name, Selection selection, EnteredVariables variables) {
    return new TaskPlan(
        origin.id(),
        origin.process().business(),
        origin.process().id(),
        process.name(),
        origin.process().revision(),
        name,
        origin.origin(),
        origin.createdBy(),
        origin.createdAt(),
        Optional.empty(),
        variables.values(),
        business.configuration(),
        process.timeout(),
        process.onTimeout(),
        process.notification(),
        process.steps().stream().map(step -> planned(step, selection)).toList());
  }

  private PlannedStep planned(Step step, Selection selection) {
    return new PlannedStep(
        step.id(),
        step.name(),
        step.mode(),
        step.start(),
        step.nodes().stream().map(node -> planned(node, selection)).toList(),
        step.when(),
        step.limit());
  }

  private PlannedNode planned(Node node, Selection selection) {
    return new PlannedNode(
        node.id(),
        node.name(),
        atoms.get(node.id()).map(atom -> atom.description().atom()).orElseGet(() -> absent(node)),
        node.timing(),
        selection.contains(node),
        params.get(node.id()),
        node.policy(),
        node.outputs(),
        removed(node),
        node.when(),
        node.forEach());
  }

  private Set<String> removed(Node node) {
    Set<String> removed = new HashSet<>(node.params().keySet());
    removed.removeAll(params.get(node.id()).keySet());
    return removed;
  }

  /** Only for a node that is not selected: one that is has a fault then. */
  private AtomRef absent(Node node) {
    return Optional.ofNullable(origin.pinned().get(node.id()))
        .orElseGet(() -> new AtomRef(node.atom(), node.atomVersion().orElse("0.0.0")));
  }
}
