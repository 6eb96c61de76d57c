package org.standardops.services.fake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.services.port.TaskSummaries;

/** Lists no tasks, and remembers what was asked for. */
public final class RecordingSummaries implements TaskSummaries {

  private final List<Filter> asked = new ArrayList<>();
  private final Set<ProcessId> withTasks = new HashSet<>();

  public List<Filter> asked() {
    return asked;
  }

  public void addTaskOf(ProcessId process) {
    withTasks.add(process);
  }

  @Override
  public Page<Summary> list(Filter filter, Page.Request page) {
    asked.add(filter);
    return new Page<>(List.of(), Optional.empty());
  }

  @Override
  public boolean existsOf(ProcessId process) {
    return withTasks.contains(process);
  }
}
