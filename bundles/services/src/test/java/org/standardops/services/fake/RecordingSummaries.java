package org.standardops.services.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.port.TaskSummaries;

/** Lists the tasks that were added by process, and remembers what was asked for. */
public final class RecordingSummaries implements TaskSummaries {

  private final List<Filter> asked = new ArrayList<>();
  private final Map<ProcessId, TaskStatus> withTasks = new LinkedHashMap<>();

  public List<Filter> asked() {
    return asked;
  }

  public void addTaskOf(ProcessId process) {
    addTaskOf(process, TaskStatus.RUNNING);
  }

  public void addTaskOf(ProcessId process, TaskStatus status) {
    withTasks.put(process, status);
  }

  @Override
  public Page<Summary> list(Filter filter, Page.Request page) {
    asked.add(filter);
    List<Summary> found =
        withTasks.entrySet().stream()
            .filter(task -> filter.processes().orElse(List.of()).contains(task.getKey()))
            .filter(task -> filter.states().isEmpty() || filter.states().contains(task.getValue()))
            .map(task -> summary(filter.business(), task.getKey(), task.getValue()))
            .toList();
    return new Page<>(found, Optional.empty());
  }

  @Override
  public boolean existsOf(ProcessId process) {
    return withTasks.containsKey(process);
  }

  private static Summary summary(BusinessId business, ProcessId process, TaskStatus status) {
    return new Summary(
        new TaskId(1),
        "Tuesday",
        status,
        false,
        process,
        "Process",
        1,
        business,
        new TaskPlan.Origin(TaskPlan.Origin.Kind.API, Optional.empty()),
        "ann",
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
