package org.standardops.rest.business;

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
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.ListBody;
import org.standardops.rest.http.WholeList;
import org.standardops.services.PlatformService;

/** People related to a business, as the configuration platform knows them. */
@Path("/")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public final class BusinessPeopleResource {

  private final PlatformService platform;

  public BusinessPeopleResource(PlatformService platform) {
    this.platform = platform;
  }

  @GET
  @Path("businesses/{business}/people")
  public ListBody<RelatedPersonView> list(
      @Context Call call,
      @PathParam("business") String business,
      @QueryParam("q") @DefaultValue("") String part,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    List<RelatedPersonView> all =
        platform.people(call.caller(), new BusinessId(business), part).stream()
            .map(RelatedPersonView::of)
            .toList();
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(WholeList.page(all, RelatedPersonView::name, page), view -> view);
  }

  @PUT
  @Path("businesses/{business}/people/{user}")
  public RelatedPersonView relate(
      @Context Call call, @PathParam("business") String business, @PathParam("user") String user) {
    return RelatedPersonView.of(platform.relate(call.caller(), new BusinessId(business), user));
  }

  @DELETE
  @Path("businesses/{business}/people/{user}")
  public void unrelate(
      @Context Call call, @PathParam("business") String business, @PathParam("user") String user) {
    platform.unrelate(call.caller(), new BusinessId(business), user);
  }
}
