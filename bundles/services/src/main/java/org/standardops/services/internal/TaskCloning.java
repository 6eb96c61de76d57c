package org.standardops.services.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.standardops.engine.Engine;
import org.standardops.engine.core.TaskState;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.process.Node;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.task.TaskPlan;
import org.standardops.services.Caller;
import org.standardops.services.TaskInput;
import org.standardops.services.TaskService;
import org.standardops.services.TaskView;
import org.standardops.services.plan.Fitting;
import org.standardops.services.plan.ParameterChanges;
import org.standardops.services.plan.TaskAsInput;
import org.standardops.services.plan.TaskPlanner;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.StoredProcess;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Subject;

/** From a task to another one like it. */
final class TaskCloning {

  private final Engine engine;
  private final ProcessStore processes;
  private final TaskAccess tasks;
  private final TaskPlanner planner;
  private final BusinessContext context;
  private final InstantSource clock;

  TaskCloning(
      Engine engine,
      ProcessStore processes,
      TaskAccess tasks,
      TaskPlanner planner,
      BusinessContext context,
      InstantSource clock) {
    this.engine = engine;
    this.processes = processes;
    this.tasks = tasks;
    this.planner = planner;
    this.context = context;
    this.clock = clock;
  }

  CompletionStage<TaskView> copy(
      Caller caller,
      TaskId id,
      TaskService.Revision revision,
      TaskPlan.Origin origin,
      Optional<TaskId> reserved) {
    TaskAccess.Opened opened = tasks.open(caller, Operation.CLONE_TASK, id);
    TaskState task = opened.task();
    StoredProcess made = load(task.plan(), Optional.of(task.plan().revision()));
    StoredProcess process =
        revision == TaskService.Revision.SAME ? made : load(task.plan(), Optional.empty());
    TaskPlanner.Origin planned = origin(caller, process, origin, reserved);
    TaskInput input = TaskAsInput.of(task, made.definition(), origin);
    boolean mayAll = opened.access().may(Operation.MODIFY_PARAMETERS, Subject.of(task));
    Fitting.Fitted fitted =
        Fitting.fit(
            process.definition(),
            input,
            sent -> mayAll ? List.of() : changes(process.definition(), sent),
            sent -> planner.plan(planned, sent, context.values(process.business())));
    return engine
        .create(fitted.plan(), false, TaskAudit.created(caller, opened.access(), fitted.plan()))
        .thenApply(copied -> tasks.view(opened.access(), copied, fitted.warnings()));
  }

  private static List<Fault> changes(ProcessDefinition process, TaskInput input) {
    Map<String, Map<String, Object>> params =
        process.nodes().collect(Collectors.toMap(Node::id, Node::params));
    return ParameterChanges.of(process, Map.of(), params, input.variables(), input.params());
  }

  /** Of this revision, or as it is published now. */
  private StoredProcess load(TaskPlan plan, Optional<Integer> revision) {
    StoredProcess process =
        revision
            .flatMap(number -> processes.findRevision(plan.process(), number))
            .or(() -> revision.isPresent() ? Optional.empty() : processes.find(plan.process()))
            .orElseThrow(() -> ProductException.notFound("The process " + plan.process()));
    if (process.publishedRevision().isEmpty()) {
      throw new ProductException(
          ErrorCode.NOT_PUBLISHED, "The process " + plan.process() + " is not published.");
    }
    return process;
  }

  private TaskPlanner.Origin origin(
      Caller caller, StoredProcess process, TaskPlan.Origin origin, Optional<TaskId> reserved) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new TaskPlanner.Origin(
        reserved.orElseGet(
            () -> TaskId.at(now.toEpochMilli(), ThreadLocalRandom.current().nextLong())),
        process,
        Map.of(),
        origin,
        caller.name(),
        now);
  }
}
