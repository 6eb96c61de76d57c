package org.standardops.services;

import java.util.List;
import org.standardops.model.ProcessId;
import org.standardops.services.port.SavedSelection;

/**
 * Saved selections of atom nodes, shared by all who make tasks of a process. Rights and refusals as
 * in {@link TaskService}. Thread-safe.
 */
public interface SelectionService {

  /** By name. */
  List<SavedSelection> list(Caller caller, ProcessId process);

  /**
   * Saves one, over the one of this name.
   *
   * @throws org.standardops.model.ProductException INVALID where the published process could not be
   *     run with it
   */
  SavedSelection save(Caller caller, ProcessId process, String name, List<String> nodes);

  void delete(Caller caller, ProcessId process, String name);
}
