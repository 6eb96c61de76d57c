package org.standardops.rest.process;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.ProcessType;
import org.standardops.rest.contract.Body;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.Created;
import org.standardops.rest.http.Idempotency;
import org.standardops.rest.http.IfMatch;
import org.standardops.rest.http.ListBody;
import org.standardops.rest.http.ValidationView;
import org.standardops.rest.http.WholeList;
import org.standardops.services.AtomService;
import org.standardops.services.ProcessService;
import org.standardops.services.ProcessView;
import org.standardops.services.Validation;

/** Processes. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ProcessesResource {

  private final ProcessService processes;
  private final AtomTimings timings;
  private final Idempotency idempotency;

  public ProcessesResource(ProcessService processes, AtomService atoms, Idempotency idempotency) {
    this.processes = processes;
    this.timings = new AtomTimings(atoms);
    this.idempotency = idempotency;
  }

  @GET
  @Path("businesses/{business}/processes")
  public ListBody<ProcessSummaryView> list(
      @Context Call call,
      @PathParam("business") String business,
      @QueryParam("type") ProcessType type,
      @QueryParam("q") String nameContains,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    return ListBody.of(
        processes.list(
            call.caller(),
            new BusinessId(business),
            Optional.ofNullable(type),
            Optional.ofNullable(nameContains),
            new Page.Request(limit, Optional.ofNullable(cursor))),
        ProcessSummaryView::of);
  }

  @POST
  @Path("businesses/{business}/processes")
  public Response create(
      @Context Call call,
      @PathParam("business") String business,
      @QueryParam("validateOnly") boolean validateOnly) {
    BusinessId id = new BusinessId(business);
    ProcessMending.refuse(
        call.body(),
        readable -> processes.validate(call.caller(), id, definition(readable)).errors());
    ProcessInput input = call.body().as(ProcessInput.class);
    return validateOnly
        ? Response.ok(wouldBeSaved(call, id, input)).build()
        : idempotency.create(
            call,
            () -> UUID.randomUUID().toString(),
            reserved -> created(call, create(call, id, input, reserved)));
  }

  /**
   * As the same request without {@code validateOnly}: a draft may have faults, nothing else may.
   */
  private ValidationView wouldBeSaved(Call call, BusinessId business, ProcessInput input) {
    Validation validation = processes.validate(call.caller(), business, definition(call, input));
    if (!validation.isValid() && !input.draft()) {
      throw ProductException.invalid(validation.errors());
    }
    return ValidationView.of(validation, call.language());
  }

  private static ProcessDefinition definition(Body readable) {
    return ProcessInputMapper.definition(readable.as(ProcessInput.class), Map.of());
  }

  private ProcessDefinition definition(Call call, ProcessInput input) {
    return ProcessInputMapper.definition(input, timings.of(call.caller(), input));
  }

  private ProcessView create(
      Call call, BusinessId business, ProcessInput input, Idempotency.Reserved reserved) {
    return processes.create(
        call.caller(),
        business,
        definition(call, input),
        input.save(),
        reserved.id().map(ProcessId::new));
  }

  private static Created created(Call call, ProcessView view) {
    return new Created(
        "/processes/" + view.process().id(),
        Optional.of(IfMatch.etag(view.process().version())),
        ProcessMapper.body(view, call.language()));
  }

  /** What a copy may be told. */
  record CopyInput(Optional<String> name) {}

  @POST
  @Path("processes/{process}/copy")
  public Response copy(@Context Call call, @PathParam("process") String process) {
    Optional<String> name = call.body().as(CopyInput.class).name();
    return idempotency.create(
        call,
        () -> UUID.randomUUID().toString(),
        reserved ->
            created(
                call,
                processes.copy(
                    call.caller(),
                    new ProcessId(process),
                    name,
                    reserved.id().map(ProcessId::new))));
  }

  @GET
  @Path("processes/{process}/used-by")
  public ListBody<ProcessUseView> usedBy(
      @Context Call call,
      @PathParam("process") String process,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(
        WholeList.page(
            processes.usedBy(call.caller(), new ProcessId(process)),
            use -> use.kind() + " " + use.id(),
            page),
        ProcessUseView::of);
  }

  @GET
  @Path("processes/{process}")
  public Response get(
      @Context Call call,
      @PathParam("process") String process,
      @QueryParam("draft") boolean draft) {
    return ProcessAnswers.whole(call, processes.get(call.caller(), new ProcessId(process), draft));
  }

  @PUT
  @Path("processes/{process}")
  public Response replace(
      @Context Call call,
      @PathParam("process") String process,
      @HeaderParam("If-Match") String ifMatch) {
    ProcessMending.refuse(
        call.body(),
        readable ->
            processes
                .validate(call.caller(), businessOf(call, process), definition(readable))
                .errors());
    ProcessInput input = call.body().as(ProcessInput.class);
    return ProcessAnswers.whole(
        call,
        processes.replace(
            call.caller(),
            new ProcessId(process),
            expected(call, process, ifMatch),
            definition(call, input),
            input.save()));
  }

  @DELETE
  @Path("processes/{process}")
  public void delete(
      @Context Call call,
      @PathParam("process") String process,
      @HeaderParam("If-Match") String ifMatch) {
    processes.delete(call.caller(), new ProcessId(process), expected(call, process, ifMatch));
  }

  @POST
  @Path("processes/{process}/validate")
  public ValidationView validate(@Context Call call, @PathParam("process") String process) {
    return ValidationView.of(
        processes.validate(call.caller(), new ProcessId(process)), call.language());
  }

  private BusinessId businessOf(Call call, String process) {
    return processes.get(call.caller(), new ProcessId(process), false).process().business();
  }

  private long expected(Call call, String process, String ifMatch) {
    return IfMatch.expected(
        ifMatch,
        () -> processes.get(call.caller(), new ProcessId(process), false).process().version());
  }
}
