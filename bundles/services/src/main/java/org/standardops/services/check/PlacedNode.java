package org.standardops.services.check;

import java.util.Map;
import java.util.Optional;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;

/**
 * A node as far as references to it and in it matter.
 *
 * @param outputs name of an output to the KEY that it becomes
 * @param atom empty: not installed, so that nothing is known of its outputs
 */
public record PlacedNode(
    String id,
    Map<String, Object> params,
    Map<String, String> outputs,
    Optional<InstalledAtom> atom) {

  /** True where the atom gives this output, or may give it for all that is known. */
  boolean gives(String output) {
    return atom.map(installed -> gives(installed.description().outputs(), output)).orElse(true);
  }

  private static boolean gives(Map<String, Object> schema, String output) {
    boolean named =
        schema.get("properties") instanceof Map<?, ?> properties && properties.containsKey(output);
    Object others = schema.get("additionalProperties");
    return named || others instanceof Map || Boolean.TRUE.equals(others);
  }
}
