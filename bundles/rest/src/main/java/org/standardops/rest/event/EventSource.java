package org.standardops.rest.event;

import java.util.List;
import java.util.function.Consumer;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.TaskState;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.services.Caller;
import org.standardops.services.DesktopService;
import org.standardops.services.TaskService;

/**
 * What happens to one task, as one reader may see it. Each call throws a {@link ProductException}
 * where the reader may not, or may not any more.
 */
interface EventSource {

  TaskState now();

  List<TaskEvent> events(int afterSeq, int limit);

  AutoCloseable subscribe(Consumer<TaskEvent> listener);

  /** For whoever has a right to see the task. */
  record OfTask(TaskService tasks, Caller caller, TaskId task) implements EventSource {

    @Override
    public TaskState now() {
      return tasks.get(caller, task).task();
    }

    @Override
    public List<TaskEvent> events(int afterSeq, int limit) {
      return tasks.events(caller, task, afterSeq, limit);
    }

    @Override
    public AutoCloseable subscribe(Consumer<TaskEvent> listener) {
      return tasks.subscribe(caller, task, listener);
    }
  }

  /** For the user of a light app: states alone. */
  record OfRun(DesktopService desktop, Caller caller, TaskId task) implements EventSource {

    @Override
    public TaskState now() {
      return desktop
          .ownRun(caller, task)
          .orElseThrow(() -> ProductException.notFound("The task " + task))
          .task();
    }

    @Override
    public List<TaskEvent> events(int afterSeq, int limit) {
      return desktop.events(caller, task, afterSeq, limit);
    }

    @Override
    public AutoCloseable subscribe(Consumer<TaskEvent> listener) {
      return desktop.subscribe(caller, task, listener);
    }
  }
}
