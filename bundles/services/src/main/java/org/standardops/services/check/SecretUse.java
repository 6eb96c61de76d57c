package org.standardops.services.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.json.SecretReferences;
import org.standardops.json.SecretReferences.Found;
import org.standardops.model.Fault;
import org.standardops.model.SealedText;

/**
 * The secrets that parameters refer to.
 *
 * @param params with some text in the place of each: what the secret is makes no difference here
 */
public record SecretUse(Map<String, Object> params, List<Found> references) {

  public static SecretUse of(InstalledAtom atom, Map<String, Object> params) {
    SecretReferences.Replaced replaced =
        SecretReferences.replace(atom.description().parameters(), params, name -> SealedText.MASK);
    return new SecretUse(replaced.value(), replaced.found());
  }

  /** References to secrets that are not there; pointers into the parameters. */
  public List<Fault> unknown(Set<String> secrets) {
    return references.stream()
        .filter(reference -> !secrets.contains(reference.name()))
        .map(
            reference ->
                new Fault(
                    reference.pointer(),
                    "UNKNOWN_SECRET",
                    "The business has no secret '"
                        + reference.name()
                        + "'; a business admin sets it by PUT /businesses/{business}/secrets/{name}."))
        .toList();
  }

  /** True for a fault of the text that only stands for a secret. */
  public boolean concerns(Fault fault) {
    return references.stream().anyMatch(reference -> reference.pointer().equals(fault.pointer()));
  }
}
