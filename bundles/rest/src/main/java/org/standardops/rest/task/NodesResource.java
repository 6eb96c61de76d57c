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

  /** What a person asks of a node. */
  private interface NodeInput {
    Command of(String node);
  }

  /** What a retry changes. */
  record RetryInput(
      OptionalInt attempt,
      Optional<Map<String, Object>> params,
      Optional<Map<String, Object>> variables,
      Optional<String> atomVersion)
      implements NodeInput {
    @Override
    public Command of(String node) {
      return new Command.RetryNode(
          node, attempt, params.orElse(Map.of()), variables.orElse(Map.of()), atomVersion);
    }
  }

  /** Which attempt is skipped, and why. */
  record SkipInput(OptionalInt attempt, Optional<String> comment) implements NodeInput {
    @Override
    public Command of(String node) {
      return new Command.SkipNode(node, attempt, comment.orElse(""));
    }
  }

  /** Which attempt is stopped, and why. */
  record StopInput(OptionalInt attempt, Optional<String> comment) implements NodeInput {
    @Override
    public Command of(String node) {
      return new Command.StopNode(node, attempt, comment.orElse(""));
    }
  }

  /** A person's answer. */
  record DecisionInput(OptionalInt attempt, Choice decision, Optional<String> comment)
      implements NodeInput {
    enum Choice {
      APPROVED,
      REJECTED
    }

    @Override
    public Command of(String node) {
      return new Command.AnswerNode(node, attempt, decision == Choice.APPROVED, comment.orElse(""));
    }
  }

  /** How an UNKNOWN node really ended. */
  record ResolutionInput(
      OptionalInt attempt, Outcome outcome, Optional<Map<String, Object>> outputs, String comment)
      implements NodeInput {
    enum Outcome {
      SUCCEEDED,
      FAILED
    }

    @Override
    public Command of(String node) {
      return new Command.ResolveNode(
          node, attempt, outcome == Outcome.SUCCEEDED, outputs.orElse(Map.of()), comment);
    }
  }

  @GET
  @Path("tasks/{task}/nodes/{node}")
  public NodeBody get(
      @Context Call call, @PathParam("task") String task, @PathParam("node") String node) {
    return TaskMapper.node(tasks.get(call.caller(), TaskAnswers.id(task)), node, call.language())
        .withLogSections(tasks.logSections(call.caller(), TaskAnswers.id(task), node));
  }

  @POST
  @Path("tasks/{task}/nodes/{node}/retry")
  public Response retry(
      @Context Call call, @PathParam("task") String task, @PathParam("node") String node) {
    return command(call, task, node, RetryInput.class);
  }

  @POST
  @Path("tasks/{task}/nodes/{node}/skip")
  public Response skip(
      @Context Call call, @PathParam("task") String task, @PathParam("node") String node) {
    return command(call, task, node, SkipInput.class);
  }

  @POST
  @Path("tasks/{task}/nodes/{node}/stop")
  public Response stop(
      @Context Call call, @PathParam("task") String task, @PathParam("node") String node) {
    return command(call, task, node, StopInput.class);
  }

  @POST
  @Path("tasks/{task}/nodes/{node}/continue")
  public Response answer(
      @Context Call call, @PathParam("task") String task, @PathParam("node") String node) {
    return command(call, task, node, DecisionInput.class);
  }

  @POST
  @Path("tasks/{task}/nodes/{node}/resolve")
  public Response resolve(
      @Context Call call, @PathParam("task") String task, @PathParam("node") String node) {
    return command(call, task, node, ResolutionInput.class);
  }

  private Response command(Call call, String task, String node, Class<? extends NodeInput> type) {
    Command command = call.body().as(type).of(node);
    return answers.whole(call, tasks.command(call.caller(), TaskAnswers.id(task), command));
  }
}
