package org.standardops.services.check;

import java.util.ArrayList;
import java.util.List;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;
import org.standardops.services.Warning;

/** Names what is stored and has no effect yet, so that nobody relies on it. */
public final class NotYetEffective {

  private NotYetEffective() {}

  public static List<Warning> of(ProcessDefinition process) {
    List<Warning> warnings = new ArrayList<>();
    for (int i = 0; i < process.variables().size(); i++) {
      if (process.variables().get(i).type() == Variable.Type.SECRET) {
        warnings.add(
            at(
                "/variables/" + i + "/type",
                "Values of secret variables are not encrypted yet: enter no real secret."));
      }
    }
    return warnings;
  }

  private static Warning at(String pointer, String message) {
    return new Warning(pointer, "NOT_YET_EFFECTIVE", message);
  }
}
