package org.standardops.services.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.standardops.engine.CommandBy;
import org.standardops.engine.Engine;
import org.standardops.engine.core.TaskState;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.process.Node;
import org.standardops.model.task.TaskPlan;
import org.standardops.services.Caller;
import org.standardops.services.TaskInput;
import org.standardops.services.TaskService;
import org.standardops.services.TaskView;
import org.standardops.services.Validation;
import org.standardops.services.plan.ParameterChanges;
import org.standardops.services.plan.PlannedStart;
import org.standardops.services.plan.TaskPlanner;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.StoredProcess;
import org.standardops.services.rights.Access;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;
import org.standardops.services.rights.Subject;
import org.standardops.services.secret.EnteredSecrets;

/** From a published process and what was entered to a task. */
final class TaskCreation {

  private final Engine engine;
  private final ProcessStore processes;
  private final Permissions permissions;
  private final TaskAccess tasks;
  private final TaskPlanner planner;
  private final BusinessContext context;
  private final InstantSource clock;

  TaskCreation(
      Engine engine,
      ProcessStore processes,
      Permissions permissions,
      TaskAccess tasks,
      TaskPlanner planner,
      BusinessContext context,
      InstantSource clock) {
    this.engine = engine;
    this.processes = processes;
    this.permissions = permissions;
    this.tasks = tasks;
    this.planner = planner;
    this.context = context;
    this.clock = clock;
  }

  CompletionStage<TaskView> create(
      Caller caller, ProcessId process, TaskInput input, Optional<TaskId> id) {
    Source source = source(caller, process, input);
    Optional<TaskState> before = id.flatMap(reserved -> Answers.await(engine.find(reserved)));
    TaskPlan plan = before.map(TaskState::plan).orElseGet(() -> plan(caller, source, id));
    TaskState task =
        processes.whileThere(
            process,
            () -> Answers.await(engine.create(plan, input.start(), by(caller, source, plan))));
    return CompletableFuture.completedStage(tasks.view(source.access(), task, List.of()));
  }

  private static CommandBy by(Caller caller, Source source, TaskPlan plan) {
    return TaskAudit.created(caller, source.access(), plan);
  }

  private TaskPlan plan(Caller caller, Source source, Optional<TaskId> id) {
    TaskPlanner.Planned planned = planned(caller, source, id);
    TaskAccess.refuse(faults(source, planned));
    context
        .secretVariables()
        .keep(
            source.process().business(),
            source.entered(),
            caller.name(),
            Optional.of(planned.plan().id()));
    return planned.plan();
  }

  private TaskPlanner.Planned planned(Caller caller, Source source, Optional<TaskId> id) {
    StoredProcess process = source.process();
    TaskInput input = source.input();
    TaskPlanner.Origin origin = origin(caller, process, input.origin(), id);
    return planner
        .plan(origin, input, context.values(process.business()))
        .startingAt(new PlannedStart(input, Optional.empty()), caller.name(), origin.createdAt());
  }

  private static List<Fault> faults(Source source, TaskPlanner.Planned planned) {
    return Stream.concat(source.entered().faults().stream(), planned.faults().stream()).toList();
  }

  Validation validate(Caller caller, ProcessId id, TaskInput input, TaskService.Stage stage) {
    Source source = source(caller, id, input);
    List<Fault> faults = faults(source, planned(caller, source, Optional.empty()));
    return new Validation(
        faults.stream().filter(fault -> concerns(stage, fault)).toList(), List.of());
  }

  private static boolean concerns(TaskService.Stage stage, Fault fault) {
    return switch (stage) {
      case SELECTION ->
          !fault.pointer().startsWith("/variables/") && !fault.pointer().startsWith("/params/");
      case PARAMETERS -> !fault.pointer().startsWith("/variables/");
      case WHOLE -> true;
    };
  }

  /**
   * What a task is made of, and what its maker may do.
   *
   * @param input with no secret in it
   */
  private record Source(
      StoredProcess process, TaskInput input, EnteredSecrets entered, Access access) {}

  private Source source(Caller caller, ProcessId id, TaskInput sent) {
    permissions.require(caller, Operation.CREATE_TASK);
    StoredProcess process =
        processes.find(id).orElseThrow(() -> ProductException.notFound("The process " + id));
    Subject subject = Subject.of(process);
    Access access = permissions.require(caller, Operation.CREATE_TASK, subject);
    if (sent.start() || sent.startAt().isPresent()) {
      permissions.require(caller, Operation.START_TASK, subject);
    }
    if (process.publishedRevision().isEmpty()) {
      throw new ProductException(
          ErrorCode.NOT_PUBLISHED,
          "The process " + id + " has only a draft: publish it before tasks are made of it.");
    }
    EnteredSecrets entered =
        context
            .secretVariables()
            .enter("/variables", process.definition().variables(), Map.of(), sent.variables());
    TaskInput input = sent.withVariables(entered.values());
    TaskAccess.requireFor(
        ParameterChanges.of(
            process.definition(),
            Map.of(),
            process
                .definition()
                .nodes()
                .collect(Collectors.toMap(Node::id, Node::params, (one, twin) -> one)),
            input.variables(),
            input.params()),
        access,
        subject);
    return new Source(process, input, entered, access);
  }

  private TaskPlanner.Origin origin(
      Caller caller, StoredProcess process, TaskPlan.Origin origin, Optional<TaskId> id) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new TaskPlanner.Origin(
        id.orElseGet(() -> TaskId.at(now.toEpochMilli(), ThreadLocalRandom.current().nextLong())),
        process,
        Map.of(),
        origin,
        caller.name(),
        now);
  }
}
