package org.standardops.rest.task;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.standardops.engine.core.Command;
import org.standardops.rest.http.Call;
import org.standardops.services.TaskService;

/** A node of a task, and what a person asks of it. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class NodesResource {

  private final TaskService tasks;
  private final TaskAnswers answers;

  public NodesResource(TaskService tasks, TaskAnswers answers) {
    this.tasks = tasks;
    this.answers = answers;
  }

  /** What a retry changes. */
  record RetryInput(
      OptionalInt attempt,
      Optional<Map<String, Object>> params,
      Optional<Map<String, Object>> variables,
      Optional<String> atomVersion) {}

  /** Which attempt is meant, and why. */
  record CommentInput(OptionalInt attempt, Optional<String> comment) {}

  /** A person's answer. */
  record DecisionInput(OptionalInt attempt, Choice decision, Optional<String> comment) {
    enum Choice {
      APPROVED,
      REJECTED
    }
  }

  /** How an UNKNOWN node really ended. */
  record ResolutionInput(
      OptionalInt attempt, Outcome outcome, Optional<Map<String, Object>> outputs, String comment) {
    enum Outcome {
      SUCCEEDED,
      FAILED
    }
  }

  @GET
  @Path("tasks/{task}/nodes/{node}")
  public NodeBody get(
      @Context Call call, @PathParam("task") String task, @PathParam("node") String node) {
    return TaskMapper.node(tasks.get(call.caller(), TaskAnswers.id(task)), node)
        .withLogSections(tasks.logSections(call.caller(), TaskAnswers.id(task), node));
  }

  @POST
  @Path("tasks/{task}/nodes/{node}/retry")
  public Response retry(
      @Context Call call, @PathParam("task") String task, @PathParam("node") String node) {
    RetryInput input = call.body().as(RetryInput.class);
    return command(
        call,
        task,
        new Command.RetryNode(
            node,
            input.attempt(),
            input.params().orElse(Map.of()),
            input.variables().orElse(Map.of()),
            input.atomVersion()));
  }

  @POST
  @Path("tasks/{task}/nodes/{node}/skip")
  public Response skip(
      @Context Call call, @PathParam("task") String task, @PathParam("node") String node) {
    CommentInput input = call.body().as(CommentInput.class);
    return command(
        call, task, new Command.SkipNode(node, input.attempt(), input.comment().orElse("")));
  }

  @POST
  @Path("tasks/{task}/nodes/{node}/stop")
  public Response stop(
      @Context Call call, @PathParam("task") String task, @PathParam("node") String node) {
    CommentInput input = call.body().as(CommentInput.class);
    return command(
        call, task, new Command.StopNode(node, input.attempt(), input.comment().orElse("")));
  }

  @POST
  @Path("tasks/{task}/nodes/{node}/continue")
  public Response answer(
      @Context Call call, @PathParam("task") String task, @PathParam("node") String node) {
    DecisionInput input = call.body().as(DecisionInput.class);
    return command(
        call,
        task,
        new Command.AnswerNode(
            node,
            input.attempt(),
            input.decision() == DecisionInput.Choice.APPROVED,
            input.comment().orElse("")));
  }

  @POST
  @Path("tasks/{task}/nodes/{node}/resolve")
  public Response resolve(
      @Context Call call, @PathParam("task") String task, @PathParam("node") String node) {
    ResolutionInput input = call.body().as(ResolutionInput.class);
    return command(
        call,
        task,
        new Command.ResolveNode(
            node,
            input.attempt(),
            input.outcome() == ResolutionInput.Outcome.SUCCEEDED,
            input.outputs().orElse(Map.of()),
            input.comment()));
  }

  private Response command(Call call, String task, Command command) {
    return answers.whole(tasks.command(call.caller(), TaskAnswers.id(task), command));
  }
}
