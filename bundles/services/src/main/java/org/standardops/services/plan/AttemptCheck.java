package org.standardops.services.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.model.Fault;
import org.standardops.model.template.Reference;
import org.standardops.model.template.Templates;
import org.standardops.services.check.JsonBounds;
import org.standardops.services.check.ReferenceScope;

/**
 * Checks the parameters that a node would run with, as far as values are known. A fault of a value
 * that came from a variable points at the variable, for that is where it can be mended.
 *
 * @param values what references have for a value
 * @param faulty variables that are not looked at again
 */
record AttemptCheck(Function<String, Optional<Object>> values, Set<String> faulty) {

  /**
   * @param at pointer of the parameters in what was sent
   */
  List<Fault> check(
      String at, Map<String, Object> params, ReferenceScope scope, InstalledAtom atom) {
    List<Fault> faults = new ArrayList<>(JsonBounds.check(at, params));
    if (!faults.isEmpty()) {
      return faults;
    }
    List<Fault> references = scope.check(params);
    references.forEach(fault -> faults.add(fault.under(at)));
    List<Reference> used = Templates.references(params);
    Templates.Resolved resolved = Templates.resolve(params, values);
    if (!resolved.faults().isEmpty() || used.stream().anyMatch(this::isFaulty)) {
      atom.checkTemplate(params).forEach(fault -> faults.add(fault.under(at)));
    } else {
      atom.check(resolved.value()).forEach(fault -> faults.add(located(at, fault, used)));
    }
    return faults.stream().distinct().toList();
  }

  private boolean isFaulty(Reference reference) {
    return faulty.contains(reference.path().split("\\.", 2)[0]);
  }

  private static Fault located(String at, Fault fault, List<Reference> used) {
    return used.stream()
        .filter(reference -> reference.whole() && isVariable(reference.path()))
        .filter(reference -> isAtOrUnder(fault.pointer(), reference.pointer()))
        .findFirst()
        .map(
            reference ->
                new Fault(
                    EnteredVariables.pointer(reference.path())
                        + fault.pointer().substring(reference.pointer().length()),
                    fault.code(),
                    fault.message()))
        .orElseGet(() -> fault.under(at));
  }

  /** A list that is spread into another shifts the places after it: only names are followed. */
  private static boolean isAtOrUnder(String pointer, String outer) {
    boolean inList = outer.matches(".*/[0-9]+(/.*)?");
    return !inList && (pointer.equals(outer) || pointer.startsWith(outer + "/"));
  }

  private static boolean isVariable(String path) {
    return !path.contains(".");
  }
}
