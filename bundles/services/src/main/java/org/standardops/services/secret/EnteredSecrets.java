package org.standardops.services.secret;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.standardops.model.Fault;

/**
 * What was entered, each secret replaced by a text that stands for it.
 *
 * @param values by KEY, with nothing secret in them
 * @param toKeep the secrets, by the id in their text
 * @param faults with pointers into what was entered
 */
public record EnteredSecrets(
    Map<String, Object> values, Map<String, String> toKeep, List<Fault> faults) {

  public EnteredSecrets {
    values = new LinkedHashMap<>(values);
    toKeep = new HashMap<>(toKeep);
    faults = List.copyOf(faults);
  }

  @Override
  public String toString() {
    return "EnteredSecrets" + values.keySet();
  }
}
