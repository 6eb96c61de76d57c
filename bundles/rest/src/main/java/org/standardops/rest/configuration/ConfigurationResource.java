package org.standardops.rest.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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
import org.standardops.model.process.Variable;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.IfMatch;
import org.standardops.rest.http.ListBody;
import org.standardops.rest.http.WholeList;
import org.standardops.services.ConfigurationService;
import org.standardops.services.port.ConfigurationStore.Configuration;
import org.standardops.services.port.ConfigurationStore.Entry;

/** What all processes of a business can use. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ConfigurationResource {

  private final ConfigurationService configurations;

  public ConfigurationResource(ConfigurationService configurations) {
    this.configurations = configurations;
  }

  /** The whole, as it is to be. */
  record ConfigurationInput(List<EntryInput> variables) {}

  /** One value. */
  record EntryInput(
      String key,
      Optional<String> name,
      Variable.Type type,
      Optional<Map<String, Object>> schema,
      Optional<Object> value,
      Optional<String> help) {

    Entry entry() {
      return new Entry(
          key, name.orElse(key), type, schema.orElse(Map.of()), value, help.orElse(""));
    }
  }

  /** One use of a KEY. */
  public record UseView(
      String key, ProcessRef process, boolean draft, NodeRef node, String pointer) {

    /** A process by id and name. */
    public record ProcessRef(String id, String name) {}

    /** A node by id and name. */
    public record NodeRef(String id, String name) {}

    static UseView of(ConfigurationService.Use use) {
      return new UseView(
          use.key(),
          new ProcessRef(use.process().value(), use.processName()),
          use.draft(),
          new NodeRef(use.node(), use.nodeName()),
          use.pointer());
    }

    String place() {
      return String.join("\n", key, process.id(), String.valueOf(draft), node.id(), pointer);
    }
  }

  @GET
  @Path("businesses/{business}/configuration")
  public Response get(@Context Call call, @PathParam("business") String business) {
    return whole(configurations.get(call.caller(), new BusinessId(business)));
  }

  @PUT
  @Path("businesses/{business}/configuration")
  public Response replace(
      @Context Call call,
      @PathParam("business") String business,
      @HeaderParam("If-Match") String ifMatch) {
    BusinessId id = new BusinessId(business);
    ConfigurationInput input = call.body().as(ConfigurationInput.class);
    long expected =
        IfMatch.expected(ifMatch, () -> configurations.get(call.caller(), id).version());
    return whole(
        configurations.replace(
            call.caller(),
            id,
            expected,
            input.variables().stream().map(EntryInput::entry).toList()));
  }

  @GET
  @Path("businesses/{business}/configuration/history")
  public ListBody<ConfigurationBody> history(
      @Context Call call,
      @PathParam("business") String business,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(
        configurations.history(call.caller(), new BusinessId(business), page),
        ConfigurationBody::of);
  }

  @GET
  @Path("businesses/{business}/configuration/used-by")
  public ListBody<UseView> usedBy(
      @Context Call call,
      @PathParam("business") String business,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    List<UseView> all =
        configurations.usedBy(call.caller(), new BusinessId(business)).stream()
            .map(UseView::of)
            .toList();
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(WholeList.page(all, UseView::place, page), view -> view);
  }

  private static Response whole(Configuration configuration) {
    return Response.ok(ConfigurationBody.of(configuration))
        .header("ETag", IfMatch.etag(configuration.version()))
        .build();
  }
}
