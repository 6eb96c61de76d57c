package org.standardops.services.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.standardops.model.ErrorCode;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.port.ProcessUse;
import org.standardops.services.port.ProcessUsers;
import org.standardops.services.port.StoredProcess;
import org.standardops.services.port.TaskSummaries;

/** What needs a process: tasks, and whatever else says so. */
final class UsesOfProcess {

  /** So many are named in a refusal. */
  private static final int NAMED = 5;

  private static final List<TaskStatus> NOT_ENDED =
      Stream.of(TaskStatus.values())
          .filter(status -> status != TaskStatus.SUCCEEDED && status != TaskStatus.TERMINATED)
          .toList();

  private final TaskSummaries tasks;
  private final List<ProcessUsers> others;

  UsesOfProcess(TaskSummaries tasks, List<ProcessUsers> others) {
    this.tasks = tasks;
    this.others = List.copyOf(others);
  }

  /** Tasks that have not ended, and what else needs it; at most so many of each. */
  List<ProcessUse> of(StoredProcess process, int limit) {
    List<ProcessUse> uses = new ArrayList<>(tasks(process, NOT_ENDED, limit));
    others.forEach(other -> uses.addAll(other.of(process.id(), limit)));
    return uses;
  }

  void requireNone(StoredProcess process) {
    List<ProcessUse> uses = of(process, NAMED + 1);
    if (!uses.isEmpty()) {
      throw inUse(process, "is needed by " + named(uses) + ".");
    }
    if (tasks.existsOf(process.id())) {
      throw inUse(
          process,
          "has ended tasks, whose records refer to it: "
              + named(tasks(process, List.of(), NAMED + 1))
              + ".");
    }
  }

  private List<ProcessUse> tasks(StoredProcess process, List<TaskStatus> states, int limit) {
    TaskSummaries.Filter filter =
        new TaskSummaries.Filter(
            process.business(),
            states,
            Optional.of(List.of(process.id())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return tasks.list(filter, new Page.Request(limit, Optional.empty())).items().stream()
        .map(
            task ->
                new ProcessUse(
                    ProcessUse.Kind.TASK, task.id().toString(), task.name(), task.state().name()))
        .toList();
  }

  private static String named(List<ProcessUse> uses) {
    String named =
        uses.stream().limit(NAMED).map(ProcessUse::words).collect(Collectors.joining(", "));
    return uses.size() > NAMED ? named + " and more" : named;
  }

  private static ProductException inUse(StoredProcess process, String why) {
    return new ProductException(
        ErrorCode.IN_USE, "The process '" + process.definition().name() + "' " + why);
  }
}
