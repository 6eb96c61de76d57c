package org.standardops.engine.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.standardops.engine.core.Entry;
import org.standardops.engine.core.Event;
import org.standardops.model.TaskId;

/** How far nodes are; volatile. Thread-safe. */
final class ProgressBoard {

  /** Tasks whose progress is kept; of more, the ones not heard of for longest are forgotten. */
  private static final int MOST_TASKS = 10_000;

  private record Mark(double done, Instant toldAt) {}

  private final Map<TaskId, Map<String, Mark>> marks =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TaskId, Map<String, Mark>> eldest) {
          return size() > MOST_TASKS;
        }
      };

  /**
   * Notes how far a node is.
   *
   * @return true where it is time to tell of it: a second since the last time
   */
  synchronized boolean note(TaskId task, String node, double done, Instant now) {
    Map<String, Mark> nodes = marks.computeIfAbsent(task, id -> new HashMap<>());
    Mark before = nodes.get(node);
    boolean tell = before == null || !before.toldAt().plusSeconds(1).isAfter(now);
    nodes.put(node, new Mark(done, tell ? now : before.toldAt()));
    return tell;
  }

  synchronized Map<String, Double> of(TaskId task) {
    Map<String, Double> done = new HashMap<>();
    marks.getOrDefault(task, Map.of()).forEach((node, mark) -> done.put(node, mark.done()));
    return done;
  }

  /** Forgets what an event makes old. */
  synchronized void follow(TaskId task, Entry entry) {
    for (Event event : entry.events()) {
      if (event instanceof Event.TaskSucceeded || event instanceof Event.TaskTerminated) {
        marks.remove(task);
      } else if (event instanceof Event.NodeBecameReady || event instanceof Event.NodeSucceeded) {
        marks.getOrDefault(task, new HashMap<>()).remove(((Event.OfNode) event).node());
      }
    }
  }
}
