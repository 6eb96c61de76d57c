package org.standardops.services.port;

import java.util.List;
import org.standardops.model.ProcessId;

/**
 * Something beside tasks that needs processes, such as light apps. Any number of these are asked
 * before a process is deleted. Thread-safe.
 */
public interface ProcessUsers {

  /** What needs this process, newest first; at most so many. */
  List<ProcessUse> of(ProcessId process, int limit);
}
