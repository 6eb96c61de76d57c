package org.standardops.rest.task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.standardops.engine.core.ElementId;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.model.task.NodeStatus;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.ListBody;
import org.standardops.services.ElementsView;
import org.standardops.services.TaskService;

/** The elements of a node that runs for each of a list: what is asked of one as of a node. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ElementsResource {

  private final TaskService tasks;
  private final NodesResource nodes;
  private final LogResource logs;

  public ElementsResource(TaskService tasks, NodesResource nodes, LogResource logs) {
    this.tasks = tasks;
    this.nodes = nodes;
    this.logs = logs;
  }

  @GET
  @Path("tasks/{task}/nodes/{node}/elements")
  public ListBody<ElementBody> list(
      @Context Call call,
      @PathParam("task") String task,
      @PathParam("node") String node,
      @QueryParam("state") NodeStatus state,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    ElementsView view =
        tasks.elements(
            call.caller(),
            TaskAnswers.id(task),
            node,
            Optional.ofNullable(state),
            cursor == null ? 0 : from(cursor),
            limit);
    List<ElementBody> items =
        view.elements().stream()
            .map(element -> TaskMapper.element(view, element, false, call.language()))
            .toList();
    OptionalInt next = view.next();
    return new ListBody<>(
        items, next.isPresent() ? Optional.of(String.valueOf(next.getAsInt())) : Optional.empty());
  }

  private static int from(String cursor) {
    if (!cursor.matches("[0-9]{1,6}")) {
      throw new ProductException(
          ErrorCode.UNREADABLE, "This is no cursor that was given out here.");
    }
    return Integer.parseInt(cursor);
  }

  @GET
  @Path("tasks/{task}/nodes/{node}/elements/{element}")
  public ElementBody get(
      @Context Call call,
      @PathParam("task") String task,
      @PathParam("node") String node,
      @PathParam("element") int element) {
    ElementsView view =
        tasks.elements(
            call.caller(), TaskAnswers.id(task), node, Optional.empty(), index(node, element), 1);
    return view.elements().stream()
        .findFirst()
        .map(found -> TaskMapper.element(view, found, true, call.language()))
        .orElseThrow(() -> notFound(node, element));
  }

  @POST
  @Path("tasks/{task}/nodes/{node}/elements/{element}/retry")
  public Response retry(
      @Context Call call,
      @PathParam("task") String task,
      @PathParam("node") String node,
      @PathParam("element") int element) {
    return nodes.retry(call, task, id(node, element));
  }

  @POST
  @Path("tasks/{task}/nodes/{node}/elements/{element}/skip")
  public Response skip(
      @Context Call call,
      @PathParam("task") String task,
      @PathParam("node") String node,
      @PathParam("element") int element) {
    return nodes.skip(call, task, id(node, element));
  }

  @POST
  @Path("tasks/{task}/nodes/{node}/elements/{element}/stop")
  public Response stop(
      @Context Call call,
      @PathParam("task") String task,
      @PathParam("node") String node,
      @PathParam("element") int element) {
    return nodes.stop(call, task, id(node, element));
  }

  @POST
  @Path("tasks/{task}/nodes/{node}/elements/{element}/continue")
  public Response answer(
      @Context Call call,
      @PathParam("task") String task,
      @PathParam("node") String node,
      @PathParam("element") int element) {
    return nodes.answer(call, task, id(node, element));
  }

  @POST
  @Path("tasks/{task}/nodes/{node}/elements/{element}/resolve")
  public Response resolve(
      @Context Call call,
      @PathParam("task") String task,
      @PathParam("node") String node,
      @PathParam("element") int element) {
    return nodes.resolve(call, task, id(node, element));
  }

  @GET
  @Path("tasks/{task}/nodes/{node}/elements/{element}/log")
  @Produces(LogResource.PLAIN_TEXT)
  public Response log(
      @Context Call call,
      @PathParam("task") String task,
      @PathParam("node") String node,
      @PathParam("element") int element,
      @QueryParam("attempt") Integer attempt,
      @QueryParam("from") @DefaultValue("0") long from,
      @QueryParam("section") String section) {
    return logs.log(call, task, id(node, element), attempt, from, section);
  }

  private static String id(String node, int element) {
    return new ElementId(node, index(node, element)).toString();
  }

  private static int index(String node, int element) {
    if (element < 0) {
      throw notFound(node, element);
    }
    return element;
  }

  private static ProductException notFound(String node, int element) {
    return ProductException.notFound("Element " + element + " of node " + node);
  }
}
