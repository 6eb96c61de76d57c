package org.standardops.rest.lightapp;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
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
import org.standardops.model.LightAppId;
import org.standardops.model.Page;
import org.standardops.model.TaskId;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.Created;
import org.standardops.rest.http.Idempotency;
import org.standardops.rest.http.IfMatch;
import org.standardops.rest.http.ListBody;
import org.standardops.rest.http.WholeList;
import org.standardops.services.DesktopService;
import org.standardops.services.LightAppRun;

/** The desktop: light apps found and run by their people. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class DesktopResource {

  private final DesktopService desktop;
  private final Idempotency idempotency;
  private final InstantSource clock;

  public DesktopResource(DesktopService desktop, Idempotency idempotency, InstantSource clock) {
    this.desktop = desktop;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /** What the user entered. */
  record RunInput(Optional<Map<String, Object>> variables) {}

  @GET
  @Path("desktop")
  public ListBody<LightAppBody> apps(
      @Context Call call,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(
        WholeList.page(desktop.apps(call.caller()), view -> view.app().id().value(), page),
        LightAppBody::of);
  }

  @POST
  @Path("light-apps/{app}/runs")
  public Response run(@Context Call call, @PathParam("app") String app) {
    RunInput input = call.body().as(RunInput.class);
    return idempotency.create(
        call,
        this::newId,
        reserved ->
            created(
                call,
                desktop.run(
                    call.caller(),
                    new LightAppId(app),
                    input.variables().orElse(Map.of()),
                    reserved.id().flatMap(TaskId::parse))));
  }

  private String newId() {
    return TaskId.at(clock.millis(), ThreadLocalRandom.current().nextLong()).toString();
  }

  private static Created created(Call call, LightAppRun run) {
    return new Created(
        "/tasks/" + run.task().plan().id(),
        Optional.of(IfMatch.etag(run.task().seq())),
        RunBody.of(run, call.language()));
  }

  @GET
  @Path("light-apps/{app}/runs")
  public ListBody<RunSummaryView> runs(
      @Context Call call,
      @PathParam("app") String app,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    return ListBody.of(
        desktop.runs(
            call.caller(),
            new LightAppId(app),
            new Page.Request(limit, Optional.ofNullable(cursor))),
        RunSummaryView::of);
  }
}
