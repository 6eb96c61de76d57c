package org.standardops.rest.task;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.standardops.engine.core.Command;
import org.standardops.model.TaskId;
import org.standardops.rest.http.Call;
import org.standardops.services.DesktopService;
import org.standardops.services.TaskService;

/** What a person asks of a whole task; each answers the task as it is after the commit. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class TaskCommandsResource {

  private final TaskService tasks;
  private final DesktopService desktop;
  private final TaskAnswers answers;

  public TaskCommandsResource(TaskService tasks, DesktopService desktop, TaskAnswers answers) {
    this.tasks = tasks;
    this.desktop = desktop;
    this.answers = answers;
  }

  /** Why a task is terminated. */
  record Termination(Optional<String> comment) {}

  @POST
  @Path("tasks/{task}/start")
  public Response start(@Context Call call, @PathParam("task") String task) {
    return command(call, task, new Command.Start());
  }

  @POST
  @Path("tasks/{task}/suspend")
  public Response suspend(@Context Call call, @PathParam("task") String task) {
    return command(call, task, new Command.Suspend());
  }

  @POST
  @Path("tasks/{task}/resume")
  public Response resume(@Context Call call, @PathParam("task") String task) {
    return command(call, task, new Command.Resume());
  }

  @POST
  @Path("tasks/{task}/terminate")
  public Response terminate(@Context Call call, @PathParam("task") String task) {
    Termination termination = call.body().as(Termination.class);
    return command(call, task, new Command.Terminate(termination.comment().orElse("")));
  }

  /** Which step is to run once more, and the later ones with it. */
  record Again(String fromStep) {}

  @POST
  @Path("tasks/{task}/run-again")
  public Response runAgain(@Context Call call, @PathParam("task") String task) {
    return command(call, task, new Command.RunAgain(call.body().as(Again.class).fromStep()));
  }

  @POST
  @Path("tasks/{task}/steps/{step}/continue")
  public Response continueStep(
      @Context Call call, @PathParam("task") String task, @PathParam("step") String step) {
    return command(call, task, new Command.ContinueStep(step));
  }

  private Response command(Call call, String task, Command command) {
    TaskId id = TaskAnswers.id(task);
    return desktop
        .command(call.caller(), id, command)
        .map(run -> TaskAnswers.reduced(call, run))
        .orElseGet(() -> answers.whole(call, tasks.command(call.caller(), id, command)));
  }
}
