package org.standardops.engine.port;

import java.util.List;
import java.util.Optional;
import org.standardops.model.TaskId;

/** Where logs of nodes are kept: apart from the journal, on connections of its own. Thread-safe. */
public interface NodeLogStore {

  /**
   * Adds to the end, durably.
   *
   * @param section empty for the node's main log; at most 200 characters
   * @param text UTF-8, whole lines, at most 256 KiB
   */
  void append(TaskId task, String node, int attempt, String section, byte[] text);

  /**
   * The names of an attempt's sections, without the main log, in order.
   *
   * @param limit at most so many
   */
  List<String> sections(TaskId task, String node, int attempt, int limit);

  /**
   * Reads from a byte offset on.
   *
   * @param section empty optional: everything in the order it was written
   */
  byte[] read(
      TaskId task, String node, int attempt, Optional<String> section, long from, int maxBytes);
}
