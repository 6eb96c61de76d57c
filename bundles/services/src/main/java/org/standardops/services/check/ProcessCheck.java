package org.standardops.services.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.process.Node;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.ProcessShape;
import org.standardops.model.process.Step;
import org.standardops.model.process.Variable;
import org.standardops.services.check.ReferenceScope.PlacedStep;

/**
 * What a process must keep to before tasks are made of it, over its {@link
 * org.standardops.model.process.ProcessShape shape}: atoms that are installed, parameters that fit
 * them, references that have a value.
 */
public final class ProcessCheck {

  private final AtomVersions versions;

  public ProcessCheck(AtomVersions versions) {
    this.versions = versions;
  }

  /** What even a draft must not have. */
  public static List<Fault> shape(ProcessDefinition process) {
    List<Fault> faults = new ArrayList<>(ProcessShape.check(process));
    faults.addAll(JsonBounds.check(process));
    return faults;
  }

  /**
   * Every fault of shape and meaning, with pointers into the process.
   *
   * @param majors as in {@link AtomVersions#choose}
   * @param values of the business that the process is of
   */
  public List<Fault> all(
      ProcessDefinition process, Map<String, Integer> majors, BusinessValues values) {
    List<Fault> faults = shape(process);
    if (faults.stream().anyMatch(fault -> fault.code().startsWith("TOO_"))) {
      // Out of bounds: what it would take to look closer is out of bounds, too.
      return faults;
    }
    faults.addAll(check(process, majors, values));
    return faults.stream().distinct().toList();
  }

  /**
   * Every fault of meaning, with pointers into the process.
   *
   * @param majors as in {@link AtomVersions#choose}
   * @param values of the business that the process is of
   */
  public List<Fault> check(
      ProcessDefinition process, Map<String, Integer> majors, BusinessValues values) {
    List<Fault> faults = new ArrayList<>();
    variables(process.variables(), faults);
    steps(process.steps(), faults);
    Map<String, Optional<InstalledAtom>> atoms = new HashMap<>();
    process.nodes().forEach(node -> atoms.put(node.id(), versions.choose(node, majors)));
    Map<String, ReferenceScope> scopes =
        ReferenceScope.of(keys(process), values.configuration().keySet())
            .scopes(placed(process, atoms));
    eachNode(
        process,
        (at, node) -> {
          PlacedNode placed = placed(node, atoms.get(node.id()));
          atom(at, node, placed, values, faults);
          outputs(at, placed, faults);
          under(
              at + "/params",
              scopes.get(node.id()).within(node.forEach()).check(node.params()),
              faults);
        });
    faults.addAll(ConditionCheck.of(process, scopes));
    return List.copyOf(faults);
  }

  private static void variables(List<Variable> variables, List<Fault> faults) {
    for (int i = 0; i < variables.size(); i++) {
      under("/variables/" + i, VariableCheck.definition(variables.get(i)), faults);
    }
  }

  private static void steps(List<Step> steps, List<Fault> faults) {
    if (steps.isEmpty()) {
      faults.add(new Fault("/steps", "MISSING", "A process has at least one step."));
    }
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).nodes().isEmpty()) {
        faults.add(
            new Fault("/steps/" + i + "/nodes", "MISSING", "A step has at least one atom node."));
      }
    }
  }

  private void atom(
      String at, Node node, PlacedNode placed, BusinessValues values, List<Fault> faults) {
    if (placed.atom().isPresent()) {
      SecretUse use = SecretUse.of(placed.atom().get(), node.params());
      under(at + "/params", use.unknown(values.secrets()), faults);
      under(
          at + "/params",
          placed.atom().get().checkTemplate(values.business(), use.params()).stream()
              .filter(fault -> !use.concerns(fault))
              .toList(),
          faults);
    } else if (!versions.isKnown(node.atom())) {
      faults.add(
          new Fault(
              at + "/atom",
              "UNKNOWN_ATOM",
              "No atom '" + node.atom() + "' is installed; GET /atoms lists those that are."));
    } else {
      faults.add(
          new Fault(
              at + (node.atomVersion().isPresent() ? "/atomVersion" : "/atom"),
              "UNKNOWN_ATOM_VERSION",
              "The atom '"
                  + node.atom()
                  + "' is installed, but no version of it that would do here is active; GET /atoms"
                  + " lists them all with their states."));
    }
  }

  private static void outputs(String at, PlacedNode node, List<Fault> faults) {
    for (String output : node.outputs().keySet()) {
      if (!node.gives(output)) {
        faults.add(
            new Fault(
                at + "/outputs/" + JsonValues.token(output),
                "UNKNOWN_OUTPUT",
                "The atom gives no output '" + output + "'."));
      }
    }
  }

  private static Set<String> keys(ProcessDefinition process) {
    Set<String> keys = new HashSet<>();
    process.variables().forEach(variable -> keys.add(variable.key()));
    return keys;
  }

  private static List<PlacedStep> placed(
      ProcessDefinition process, Map<String, Optional<InstalledAtom>> atoms) {
    return process.steps().stream()
        .map(
            step ->
                new PlacedStep(
                    step.mode(),
                    step.nodes().stream().map(node -> placed(node, atoms.get(node.id()))).toList()))
        .toList();
  }

  private static PlacedNode placed(Node node, Optional<InstalledAtom> atom) {
    return new PlacedNode(node.id(), node.params(), node.outputs(), atom);
  }

  private interface NodeVisitor {
    void visit(String pointer, Node node);
  }

  private static void eachNode(ProcessDefinition process, NodeVisitor visitor) {
    for (int i = 0; i < process.steps().size(); i++) {
      List<Node> nodes = process.steps().get(i).nodes();
      for (int j = 0; j < nodes.size(); j++) {
        visitor.visit("/steps/" + i + "/nodes/" + j, nodes.get(j));
      }
    }
  }

  private static void under(String prefix, List<Fault> found, List<Fault> faults) {
    found.forEach(fault -> faults.add(fault.under(prefix)));
  }
}
