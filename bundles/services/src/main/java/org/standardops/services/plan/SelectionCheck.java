package org.standardops.services.plan;

import java.util.List;
import java.util.Optional;
import org.standardops.model.Fault;
import org.standardops.model.process.ProcessDefinition;

/** Holds a selection of nodes against a process, before there is a task. */
public final class SelectionCheck {

  private SelectionCheck() {}

  /** Every fault, with pointers from {@code /nodes} on. */
  public static List<Fault> of(ProcessDefinition process, List<String> nodes) {
    return Selection.of(process, Optional.of(nodes)).faults();
  }
}
