package org.standardops.rest.business;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.platform.Host;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.ListBody;
import org.standardops.rest.http.WholeList;
import org.standardops.services.PlatformService;

/** Hosts of a business, as the configuration platform knows them. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class HostsResource {

  private final PlatformService platform;

  public HostsResource(PlatformService platform) {
    this.platform = platform;
  }

  /** All hosts of a business. */
  record HostsBody(List<HostBody> hosts) {}

  @GET
  @Path("businesses/{business}/hosts")
  public ListBody<HostBody> list(
      @Context Call call,
      @PathParam("business") String business,
      @QueryParam("q") @DefaultValue("") String part,
      @QueryParam("group") @DefaultValue("") String group,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    List<Host> all = platform.hosts(call.caller(), new BusinessId(business), part, group);
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(
        WholeList.page(all, host -> host.host() + " " + host.port(), page), HostBody::of);
  }

  @PUT
  @Path("businesses/{business}/hosts")
  public HostsBody replace(@Context Call call, @PathParam("business") String business) {
    HostsBody input = call.body().as(HostsBody.class);
    List<Host> hosts = input.hosts().stream().map(HostBody::toHost).toList();
    return new HostsBody(
        platform.setHosts(call.caller(), new BusinessId(business), hosts).stream()
            .map(HostBody::of)
            .toList());
  }
}
