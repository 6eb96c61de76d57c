package org.standardops.rest.atom;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import org.standardops.model.Page;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.Created;
import org.standardops.rest.http.Idempotency;
import org.standardops.rest.http.ListBody;
import org.standardops.rest.http.WholeList;
import org.standardops.services.ComponentService;
import org.standardops.services.port.ComponentLibrary.Component;
import org.standardops.services.port.ComponentLibrary.Source;

/** Third-party APIs whose operations are atoms. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ComponentsResource {

  private final ComponentService components;
  private final Idempotency idempotency;

  public ComponentsResource(ComponentService components, Idempotency idempotency) {
    this.components = components;
    this.idempotency = idempotency;
  }

  record ComponentInput(
      String name,
      Optional<String> version,
      Object document,
      Optional<String> server,
      Optional<List<String>> operations) {
    Source toSource() {
      return new Source(name, version, document, server, operations);
    }
  }

  @GET
  @Path("components")
  public ListBody<ComponentView.Summary> list(
      @Context Call call,
      @QueryParam("name") String name,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    List<Component> all =
        components.list(call.caller()).stream()
            .filter(component -> name == null || component.name().equals(name))
            .toList();
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(
        WholeList.page(all, component -> component.name() + " " + component.version(), page),
        ComponentView.Summary::of);
  }

  @POST
  @Path("components")
  public Response add(@Context Call call) {
    Source source = call.body().as(ComponentInput.class).toSource();
    return idempotency.create(
        call,
        () -> UUID.randomUUID().toString(),
        reserved -> {
          Component component = components.add(call.caller(), source);
          return new Created(
              "/components/" + component.name() + "/" + component.version(),
              Optional.empty(),
              ComponentView.of(component));
        });
  }

  @GET
  @Path("components/{name}/{version}")
  public ComponentView find(
      @Context Call call, @PathParam("name") String name, @PathParam("version") String version) {
    return ComponentView.of(components.find(call.caller(), name, version));
  }

  @DELETE
  @Path("components/{name}/{version}")
  public void delete(
      @Context Call call, @PathParam("name") String name, @PathParam("version") String version) {
    components.delete(call.caller(), name, version);
  }
}
