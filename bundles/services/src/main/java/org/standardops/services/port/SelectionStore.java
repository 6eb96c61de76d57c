package org.standardops.services.port;

import java.util.List;
import org.standardops.model.ProcessId;

/** Where saved selections are kept. Each call is one transaction. Thread-safe. */
public interface SelectionStore {

  /** All of a process, by name. */
  List<SavedSelection> list(ProcessId process);

  /** Replaces the one of this name. */
  void save(ProcessId process, SavedSelection selection);

  /** False where there is none of this name. */
  boolean delete(ProcessId process, String name);
}
