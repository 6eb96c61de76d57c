package org.standardops.engine.port;

import java.util.Optional;
import org.standardops.model.TaskId;

/** Where logs of nodes are kept: apart from the journal, on connections of its own. Thread-safe. */
public interface NodeLogStore {

  /**
   * Adds to the end, durably.
   *
   * @param section empty for the node's main log
   * @param text UTF-8, whole lines, at most 256 KiB
   */
  void append(TaskId task, String node, int attempt, String section, byte[] text);

  /**
   * Reads from a byte offset on.
   *
   * @param section empty optional: everything in the order it was written
   */
  byte[] read(
      TaskId task, String node, int attempt, Optional<String> section, long from, int maxBytes);
}
