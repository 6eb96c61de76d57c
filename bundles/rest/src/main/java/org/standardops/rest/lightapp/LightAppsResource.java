package org.standardops.rest.lightapp;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.LightAppId;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.Created;
import org.standardops.rest.http.Idempotency;
import org.standardops.rest.http.IfMatch;
import org.standardops.rest.http.ListBody;
import org.standardops.services.LightAppService;
import org.standardops.services.LightAppView;

/** Light apps: made of tasks, looked at, changed. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class LightAppsResource {

  private final LightAppService apps;
  private final Idempotency idempotency;

  public LightAppsResource(LightAppService apps, Idempotency idempotency) {
    this.apps = apps;
    this.idempotency = idempotency;
  }

  /** Who may run an app from now on. */
  record PeopleInput(List<String> people) {}

  /** What to make an app of anew. */
  record UpdateInput(String task) {}

  @POST
  @Path("tasks/{task}/light-app")
  public Response create(@Context Call call, @PathParam("task") String task) {
    LightAppForm form = call.body().as(LightAppForm.class);
    TaskId source =
        TaskId.parse(task).orElseThrow(() -> ProductException.notFound("The task " + task));
    return idempotency.create(
        call,
        () -> UUID.randomUUID().toString(),
        reserved ->
            created(
                apps.create(
                    call.caller(), source, form.form(), reserved.id().map(LightAppId::new))));
  }

  private static Created created(LightAppView view) {
    return new Created(
        "/light-apps/" + view.app().id(),
        Optional.of(IfMatch.etag(view.app().version())),
        LightAppBody.of(view));
  }

  @GET
  @Path("businesses/{business}/light-apps")
  public ListBody<LightAppSummaryView> list(
      @Context Call call,
      @PathParam("business") String business,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    return ListBody.of(
        apps.list(
            call.caller(),
            new BusinessId(business),
            new Page.Request(limit, Optional.ofNullable(cursor))),
        LightAppSummaryView::of);
  }

  @GET
  @Path("light-apps/{app}")
  public Response get(@Context Call call, @PathParam("app") String app) {
    return whole(apps.get(call.caller(), new LightAppId(app)));
  }

  @PUT
  @Path("light-apps/{app}")
  public Response replace(
      @Context Call call, @PathParam("app") String app, @HeaderParam("If-Match") String ifMatch) {
    LightAppForm form = call.body().as(LightAppForm.class);
    LightAppId id = new LightAppId(app);
    return whole(apps.replace(call.caller(), id, expected(call, id, ifMatch), form.form()));
  }

  @DELETE
  @Path("light-apps/{app}")
  public void delete(
      @Context Call call, @PathParam("app") String app, @HeaderParam("If-Match") String ifMatch) {
    LightAppId id = new LightAppId(app);
    apps.delete(call.caller(), id, expected(call, id, ifMatch));
  }

  @PUT
  @Path("light-apps/{app}/people")
  public Response setPeople(
      @Context Call call, @PathParam("app") String app, @HeaderParam("If-Match") String ifMatch) {
    PeopleInput input = call.body().as(PeopleInput.class);
    LightAppId id = new LightAppId(app);
    OptionalLong expected =
        ifMatch == null ? OptionalLong.empty() : OptionalLong.of(expected(call, id, ifMatch));
    return whole(apps.setPeople(call.caller(), id, expected, input.people()));
  }

  @POST
  @Path("light-apps/{app}/update")
  public Response update(@Context Call call, @PathParam("app") String app) {
    UpdateInput input = call.body().as(UpdateInput.class);
    TaskId task = TaskId.parse(input.task()).orElseThrow(LightAppsResource::unknownTask);
    return whole(apps.update(call.caller(), new LightAppId(app), task));
  }

  private static ProductException unknownTask() {
    return ProductException.invalid(
        List.of(new Fault("/task", "UNKNOWN_TASK", "This was never the id of a task.")));
  }

  private long expected(Call call, LightAppId app, String ifMatch) {
    return IfMatch.expected(ifMatch, () -> apps.get(call.caller(), app).app().version());
  }

  private static Response whole(LightAppView view) {
    return Response.ok(LightAppBody.of(view))
        .header(HttpHeaders.ETAG, IfMatch.etag(view.app().version()))
        .build();
  }
}
