package org.standardops.engine.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.TaskEvent;
import org.standardops.model.TaskId;

/** Who watches which task. Thread-safe. */
final class Subscriptions {

  private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

  private final Map<TaskId, List<Consumer<TaskEvent>>> listeners = new ConcurrentHashMap<>();

  AutoCloseable add(TaskId task, Consumer<TaskEvent> listener) {
    listeners.compute(
        task,
        (id, there) -> {
          List<Consumer<TaskEvent>> all = there == null ? new CopyOnWriteArrayList<>() : there;
          all.add(listener);
          return all;
        });
    return () -> remove(task, listener);
  }

  private void remove(TaskId task, Consumer<TaskEvent> listener) {
    listeners.computeIfPresent(
        task,
        (id, there) -> {
          there.remove(listener);
          return there.isEmpty() ? null : there;
        });
  }

  void tell(TaskId task, List<Batch.Step> steps) {
    if (listeners.containsKey(task)) {
      steps.forEach(step -> EventViews.of(step.before(), step.entry()).forEach(e -> tell(task, e)));
    }
  }

  void tell(TaskId task, TaskEvent event) {
    for (Consumer<TaskEvent> listener : listeners.getOrDefault(task, List.of())) {
      try {
        listener.accept(event);
      } catch (RuntimeException e) {
        LOG.warn("A listener of task {} failed and is dropped.", task, e);
        remove(task, listener);
      }
    }
  }
}
