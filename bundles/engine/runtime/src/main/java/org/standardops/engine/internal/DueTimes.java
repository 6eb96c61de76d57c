package org.standardops.engine.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.standardops.model.TaskId;

/**
 * When tasks in memory must be looked at, soonest first: one time a task. For the engine's thread
 * alone.
 */
final class DueTimes {

  private record Due(Instant at, TaskId task) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : task.compareTo(other.task);
    }
  }

  private final PriorityQueue<Due> queue = new PriorityQueue<>();
  private final Map<TaskId, Instant> current = new HashMap<>();

  void set(TaskId task, Optional<Instant> at) {
    if (at.isEmpty()) {
      current.remove(task);
    } else if (!at.get().equals(current.put(task, at.get()))) {
      queue.add(new Due(at.get(), task));
    }
  }

  Optional<Instant> soonest() {
    dropOld();
    return Optional.ofNullable(queue.peek()).map(Due::at);
  }

  /** Takes out what is due. */
  List<TaskId> take(Instant now) {
    List<TaskId> due = new ArrayList<>();
    dropOld();
    while (!queue.isEmpty() && !queue.peek().at().isAfter(now)) {
      Due next = queue.poll();
      current.remove(next.task());
      due.add(next.task());
      dropOld();
    }
    return due;
  }

  private void dropOld() {
    while (!queue.isEmpty() && !queue.peek().at().equals(current.get(queue.peek().task()))) {
      queue.poll();
    }
  }
}
