package org.standardops.rest.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.ListBody;
import org.standardops.rest.http.WholeList;
import org.standardops.services.SelectionService;
import org.standardops.services.port.SavedSelection;

/** Saved selections of a process's atom nodes. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SelectionsResource {

  private final SelectionService selections;

  public SelectionsResource(SelectionService selections) {
    this.selections = selections;
  }

  /** What is selected. */
  record SelectionInput(List<String> nodes) {}

  /** A selection as it is answered. */
  public record SelectionView(String name, List<String> nodes, String savedBy, Instant savedAt) {
    static SelectionView of(SavedSelection saved) {
      return new SelectionView(saved.name(), saved.nodes(), saved.savedBy(), saved.savedAt());
    }
  }

  @GET
  @Path("processes/{process}/selections")
  public ListBody<SelectionView> list(
      @Context Call call,
      @PathParam("process") String process,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    return ListBody.of(
        WholeList.page(
            selections.list(call.caller(), new ProcessId(process)),
            SavedSelection::name,
            new Page.Request(limit, Optional.ofNullable(cursor))),
        SelectionView::of);
  }

  @PUT
  @Path("processes/{process}/selections/{name}")
  public SelectionView save(
      @Context Call call, @PathParam("process") String process, @PathParam("name") String name) {
    SelectionInput input = call.body().as(SelectionInput.class);
    return SelectionView.of(
        selections.save(call.caller(), new ProcessId(process), name, input.nodes()));
  }

  @DELETE
  @Path("processes/{process}/selections/{name}")
  public void delete(
      @Context Call call, @PathParam("process") String process, @PathParam("name") String name) {
    selections.delete(call.caller(), new ProcessId(process), name);
  }
}
