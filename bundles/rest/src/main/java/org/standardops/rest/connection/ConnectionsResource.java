package org.standardops.rest.connection;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import org.standardops.rest.http.Call;
import org.standardops.rest.http.IfMatch;
import org.standardops.rest.http.ListBody;
import org.standardops.rest.http.WholeList;
import org.standardops.services.ConnectionService;
import org.standardops.services.ConnectionService.ConnectionView;

/** A business's own access to outside systems. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ConnectionsResource {

  private final ConnectionService connections;

  public ConnectionsResource(ConnectionService connections) {
    this.connections = connections;
  }

  @GET
  @Path("businesses/{business}/connections")
  public ListBody<ConnectionBody.Summary> list(
      @Context Call call,
      @PathParam("business") String business,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(
        WholeList.page(
            connections.list(call.caller(), new BusinessId(business)),
            ConnectionView::system,
            page),
        ConnectionBody.Summary::of);
  }

  @GET
  @Path("businesses/{business}/connections/{system}")
  public Response find(
      @Context Call call,
      @PathParam("business") String business,
      @PathParam("system") String system) {
    return whole(connections.find(call.caller(), new BusinessId(business), system));
  }

  @PUT
  @Path("businesses/{business}/connections/{system}")
  @SuppressWarnings("unchecked") // the names in a JSON object are texts
  public Response replace(
      @Context Call call,
      @PathParam("business") String business,
      @PathParam("system") String system,
      @HeaderParam("If-Match") String ifMatch) {
    Map<String, Object> body = (Map<String, Object>) call.body().as(Map.class);
    return whole(
        connections.replace(
            call.caller(),
            new BusinessId(business),
            system,
            basedOn(call, business, system, ifMatch),
            ConnectionBody.settings(body)));
  }

  @DELETE
  @Path("businesses/{business}/connections/{system}")
  public void delete(
      @Context Call call,
      @PathParam("business") String business,
      @PathParam("system") String system,
      @HeaderParam("If-Match") String ifMatch) {
    connections.delete(
        call.caller(), new BusinessId(business), system, basedOn(call, business, system, ifMatch));
  }

  private OptionalLong basedOn(Call call, String business, String system, String ifMatch) {
    return ifMatch == null
        ? OptionalLong.empty()
        : OptionalLong.of(
            IfMatch.expected(
                ifMatch,
                () -> connections.find(call.caller(), new BusinessId(business), system).version()));
  }

  private static Response whole(ConnectionView connection) {
    return Response.ok(ConnectionBody.of(connection))
        .header("ETag", IfMatch.etag(connection.version()))
        .build();
  }
}
