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
import org.standardops.services.BusinessService;

/** Business followers, and what each may do. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class FollowersResource {

  private final BusinessService businesses;

  public FollowersResource(BusinessService businesses) {
    this.businesses = businesses;
  }

  /** What a follower may do from now on. */
  record FollowerInput(List<FollowerView.RightsView> rights) {}

  @GET
  @Path("businesses/{business}/followers")
  public ListBody<FollowerView> list(
      @Context Call call,
      @PathParam("business") String business,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    List<FollowerView> all =
        businesses.followers(call.caller(), new BusinessId(business)).stream()
            .map(FollowerView::of)
            .toList();
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(WholeList.page(all, FollowerView::user, page), view -> view);
  }

  @PUT
  @Path("businesses/{business}/followers/{user}")
  public FollowerView set(
      @Context Call call, @PathParam("business") String business, @PathParam("user") String user) {
    FollowerInput input = call.body().as(FollowerInput.class);
    return FollowerView.of(
        businesses.setFollower(
            call.caller(), new BusinessId(business), user, FollowerView.byProcess(input.rights())));
  }

  @DELETE
  @Path("businesses/{business}/followers/{user}")
  public void remove(
      @Context Call call, @PathParam("business") String business, @PathParam("user") String user) {
    businesses.removeFollower(call.caller(), new BusinessId(business), user);
  }
}
