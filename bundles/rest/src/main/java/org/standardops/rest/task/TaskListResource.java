package org.standardops.rest.task;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.ListBody;
import org.standardops.services.TaskService;
import org.standardops.services.port.TaskSummaries;

/** Records of a business's tasks. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class TaskListResource {

  private final TaskService tasks;

  public TaskListResource(TaskService tasks) {
    this.tasks = tasks;
  }

  @GET
  @Path("businesses/{business}/tasks")
  public ListBody<TaskSummaryView> list(
      @Context Call call,
      @PathParam("business") String business,
      @QueryParam("state") List<TaskStatus> states,
      @QueryParam("process") String process,
      @QueryParam("createdBy") String createdBy,
      @QueryParam("origin") TaskPlan.Origin.Kind origin,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("q") String nameContains,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    TaskSummaries.Filter filter =
        new TaskSummaries.Filter(
            new BusinessId(business),
            states,
            Optional.ofNullable(process).map(id -> List.of(new ProcessId(id))),
            Optional.ofNullable(createdBy),
            Optional.ofNullable(origin),
            instant(from),
            instant(to),
            Optional.ofNullable(nameContains));
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(
        tasks.list(call.caller(), filter.business(), filter, page), TaskSummaryView::of);
  }

  private static Optional<Instant> instant(String text) {
    return Optional.ofNullable(text).map(given -> OffsetDateTime.parse(given).toInstant());
  }
}
