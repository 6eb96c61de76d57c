package org.standardops.services.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.SealedText;
import org.standardops.model.template.Reference;
import org.standardops.model.template.Templates;
import org.standardops.services.check.JsonBounds;
import org.standardops.services.check.ReferenceScope;
import org.standardops.services.check.SecretUse;

/**
 * Checks the parameters that a node would run with, as far as values are known. A fault of a value
 * that came from a variable points at the variable, for that is where it can be mended.
 *
 * @param business whose hosts and connections count
 * @param values what references have for a value
 * @param faulty variables that are not looked at again
 * @param secrets names of those that the business has
 */
record AttemptCheck(
    BusinessId business,
    Function<String, Optional<Object>> values,
    Set<String> faulty,
    Set<String> secrets) {

  /**
   * @param at pointer of the parameters in what was sent
   */
  List<Fault> check(
      String at, Map<String, Object> params, ReferenceScope scope, InstalledAtom atom) {
    List<Fault> faults = new ArrayList<>(JsonBounds.check(at, params));
    if (!faults.isEmpty()) {
      return faults;
    }
    SecretUse use = SecretUse.of(atom, params);
    use.unknown(secrets).forEach(fault -> faults.add(fault.under(at)));
    List<Fault> references = scope.check(params);
    references.forEach(fault -> faults.add(fault.under(at)));
    List<Reference> used = Templates.references(params);
    Templates.Resolved resolved = Templates.resolve(use.params(), values);
    if (!resolved.faults().isEmpty() || used.stream().anyMatch(this::isOpen)) {
      atom.checkTemplate(business, use.params()).stream()
          .filter(fault -> !use.concerns(fault))
          .forEach(fault -> faults.add(fault.under(at)));
    } else {
      atom.check(business, resolved.value()).stream()
          .filter(fault -> !use.concerns(fault))
          .forEach(fault -> faults.add(located(at, fault, used)));
    }
    return faults.stream().distinct().toList();
  }

  /** A faulty value, or a secret one, says nothing about the parameter that it goes into. */
  private boolean isOpen(Reference reference) {
    return faulty.contains(reference.path().split("\\.", 2)[0])
        || values.apply(reference.path()).filter(SealedText::isIn).isPresent();
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
