package org.standardops.rest.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.ListBody;
import org.standardops.services.ProcessService;
import org.standardops.services.RevisionService;
import org.standardops.services.port.ProcessStore;

/** Revisions of a process. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class RevisionsResource {

  private final RevisionService revisions;
  private final ProcessService processes;

  public RevisionsResource(RevisionService revisions, ProcessService processes) {
    this.revisions = revisions;
    this.processes = processes;
  }

  /** Why a revision is made. */
  record CommentInput(Optional<String> comment) {}

  /** A revision in the list. */
  public record RevisionView(int revision, String createdBy, Instant createdAt, String comment) {

    static RevisionView of(ProcessStore.Revision revision) {
      return new RevisionView(
          revision.number(), revision.savedBy(), revision.savedAt(), revision.comment());
    }
  }

  /** What is different in one revision from another. */
  public record DifferenceView(int from, int to, List<RevisionService.Change> changes) {}

  @POST
  @Path("processes/{process}/publish")
  public Response publish(
      @Context Call call,
      @PathParam("process") String process,
      @HeaderParam("If-Match") String ifMatch) {
    return ProcessAnswers.whole(
        call,
        revisions.publish(
            call.caller(),
            new ProcessId(process),
            ProcessAnswers.expected(processes, call, process, ifMatch),
            call.body().as(CommentInput.class).comment()));
  }

  @GET
  @Path("processes/{process}/revisions")
  public ListBody<RevisionView> list(
      @Context Call call,
      @PathParam("process") String process,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    return ListBody.of(
        revisions.list(
            call.caller(),
            new ProcessId(process),
            new Page.Request(limit, Optional.ofNullable(cursor))),
        RevisionView::of);
  }

  @GET
  @Path("processes/{process}/revisions/{revision}")
  public ProcessBody get(
      @Context Call call,
      @PathParam("process") String process,
      @PathParam("revision") String revision) {
    RevisionService.Revised revised =
        revisions.get(call.caller(), new ProcessId(process), number(process, revision));
    return ProcessMapper.body(revised.process(), revised.revision().comment(), call.language());
  }

  @POST
  @Path("processes/{process}/revisions/{revision}/restore")
  public Response restore(
      @Context Call call,
      @PathParam("process") String process,
      @PathParam("revision") String revision,
      @HeaderParam("If-Match") String ifMatch) {
    return ProcessAnswers.whole(
        call,
        revisions.restore(
            call.caller(),
            new ProcessId(process),
            number(process, revision),
            ProcessAnswers.expected(processes, call, process, ifMatch),
            call.body().as(CommentInput.class).comment()));
  }

  @GET
  @Path("processes/{process}/revisions/{from}/diff/{to}")
  public DifferenceView difference(
      @Context Call call,
      @PathParam("process") String process,
      @PathParam("from") String from,
      @PathParam("to") String to) {
    int older = number(process, from);
    int newer = number(process, to);
    return new DifferenceView(
        older, newer, revisions.difference(call.caller(), new ProcessId(process), older, newer));
  }

  /** What is no number is no revision. */
  private static int number(String process, String revision) {
    if (!revision.matches("[0-9]{1,9}")) {
      throw ProductException.notFound("Revision " + revision + " of the process " + process);
    }
    return Integer.parseInt(revision);
  }
}
