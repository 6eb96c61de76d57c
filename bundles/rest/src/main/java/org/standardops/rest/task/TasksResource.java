package org.standardops.rest.task;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskPlan;
import org.standardops.rest.contract.Body;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.Created;
import org.standardops.rest.http.EnteredMending;
import org.standardops.rest.http.FormFaults;
import org.standardops.rest.http.Idempotency;
import org.standardops.rest.http.IfMatch;
import org.standardops.rest.http.ValidationView;
import org.standardops.services.DesktopService;
import org.standardops.services.TaskInput;
import org.standardops.services.TaskService;
import org.standardops.services.TaskView;
import org.standardops.services.Validation;

/** Tasks: made, looked at, changed. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class TasksResource {

  private final TaskService tasks;
  private final DesktopService desktop;
  private final Idempotency idempotency;
  private final TaskAnswers answers;
  private final InstantSource clock;

  public TasksResource(
      TaskService tasks,
      DesktopService desktop,
      Idempotency idempotency,
      TaskAnswers answers,
      InstantSource clock) {
    this.tasks = tasks;
    this.desktop = desktop;
    this.idempotency = idempotency;
    this.answers = answers;
    this.clock = clock;
  }

  /** New values for nodes that have not started. */
  record Modification(
      Optional<Map<String, Object>> variables, Optional<Map<String, Map<String, Object>>> params) {

    TaskService.Values values() {
      return new TaskService.Values(variables.orElse(Map.of()), params.orElse(Map.of()));
    }
  }

  /** What a copy is made of. */
  record CloneInput(TaskService.Revision revision) {}

  @POST
  @Path("processes/{process}/tasks")
  public Response create(
      @Context Call call,
      @PathParam("process") String process,
      @QueryParam("validateOnly") boolean validateOnly) {
    ProcessId id = new ProcessId(process);
    FormFaults.refuse(
        call.body(),
        EnteredMending::mend,
        body -> {
          TaskForm readable = body.as(TaskForm.class);
          return tasks
              .validate(
                  call.caller(),
                  id,
                  readable.input(call.origin()),
                  validateOnly ? stage(call.body()) : TaskService.Stage.WHOLE)
              .errors();
        });
    TaskForm form = call.body().as(TaskForm.class);
    TaskInput input = form.input(call.origin());
    return validateOnly
        ? Response.ok(wouldBeMade(call, id, input, stage(call.body()))).build()
        : idempotency.create(
            call, this::newId, reserved -> created(call, create(call, id, input, reserved)));
  }

  private static TaskService.Stage stage(Body sent) {
    return TaskForm.stage(sent.json()::hasNonNull);
  }

  private ValidationView wouldBeMade(
      Call call, ProcessId process, TaskInput input, TaskService.Stage stage) {
    Validation validation = tasks.validate(call.caller(), process, input, stage);
    if (!validation.isValid()) {
      throw ProductException.invalid(validation.errors());
    }
    return ValidationView.of(validation, call.language());
  }

  private String newId() {
    return TaskId.at(clock.millis(), ThreadLocalRandom.current().nextLong()).toString();
  }

  private TaskView create(
      Call call, ProcessId process, TaskInput input, Idempotency.Reserved reserved) {
    return answers
        .engine()
        .of(tasks.create(call.caller(), process, input, reserved.id().flatMap(TaskId::parse)));
  }

  private static Created created(Call call, TaskView view) {
    return new Created(
        "/tasks/" + view.task().plan().id(),
        Optional.of(TaskAnswers.etag(view)),
        TaskMapper.body(view, call.language()));
  }

  @POST
  @Path("tasks/{task}/clone")
  public Response copy(@Context Call call, @PathParam("task") String task) {
    CloneInput input = call.body().as(CloneInput.class);
    TaskPlan.Origin origin = new TaskPlan.Origin(call.origin(), Optional.empty());
    return idempotency.create(
        call,
        this::newId,
        reserved ->
            created(
                call,
                answers
                    .engine()
                    .of(
                        tasks.copy(
                            call.caller(),
                            TaskAnswers.id(task),
                            input.revision(),
                            origin,
                            reserved.id().flatMap(TaskId::parse)))));
  }

  @GET
  @Path("tasks/{task}")
  public Response get(@Context Call call, @PathParam("task") String task) {
    TaskId id = TaskAnswers.id(task);
    return desktop
        .ownRun(call.caller(), id)
        .map(run -> TaskAnswers.reduced(call, run))
        .orElseGet(() -> answers.whole(call, tasks.get(call.caller(), id)));
  }

  @PUT
  @Path("tasks/{task}")
  public Response replace(
      @Context Call call, @PathParam("task") String task, @HeaderParam("If-Match") String ifMatch) {
    FormFaults.refuse(
        call.body(),
        EnteredMending::mend,
        body ->
            tasks.faultsOfReplacement(
                call.caller(), TaskAnswers.id(task), body.as(TaskForm.class).input(call.origin())));
    TaskInput input = call.body().as(TaskForm.class).input(call.origin());
    return answers.whole(
        call,
        tasks.replace(call.caller(), TaskAnswers.id(task), expected(call, task, ifMatch), input));
  }

  @PATCH
  @Path("tasks/{task}")
  public Response modify(
      @Context Call call, @PathParam("task") String task, @HeaderParam("If-Match") String ifMatch) {
    FormFaults.refuse(
        call.body(),
        EnteredMending::mend,
        body ->
            tasks.faultsOfModification(
                call.caller(), TaskAnswers.id(task), body.as(Modification.class).values()));
    TaskService.Values values = call.body().as(Modification.class).values();
    return answers.whole(
        call,
        tasks.modify(call.caller(), TaskAnswers.id(task), expected(call, task, ifMatch), values));
  }

  /** An ETag that no task can have is an old one. */
  private int expected(Call call, String task, String ifMatch) {
    long seq =
        IfMatch.expected(
            ifMatch, () -> tasks.get(call.caller(), TaskAnswers.id(task)).task().seq());
    return (int) Math.min(seq, Integer.MAX_VALUE);
  }
}
