package org.standardops.services;

import java.util.List;
import java.util.Map;
import org.standardops.services.port.StoredProcess;

/**
 * A process as its caller may see it.
 *
 * @param resolvedVersions the version of its atom that each node would run on now, by node id;
 *     nodes of unknown atoms are missing
 * @param allowed what this caller may do with it now
 */
public record ProcessView(
    StoredProcess process,
    List<Warning> warnings,
    Map<String, String> resolvedVersions,
    List<ProcessAction> allowed) {

  /** What can be done with a process. */
  public enum ProcessAction {
    EDIT,
    DELETE,
    CREATE_TASK
  }
}
