package org.standardops.rest.people;

import java.time.Instant;
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
import org.standardops.model.Page;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.ListBody;
import org.standardops.rest.http.WholeList;
import org.standardops.services.FavouriteService;
import org.standardops.services.port.Favourite;

/** What the caller wants at hand. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class FavouritesResource {

  private final FavouriteService favourites;

  public FavouritesResource(FavouriteService favourites) {
    this.favourites = favourites;
  }

  /** A favourite as it is answered. */
  public record FavouriteView(Favourite.Kind kind, String id, Instant addedAt) {
    static FavouriteView of(Favourite favourite) {
      return new FavouriteView(favourite.kind(), favourite.id(), favourite.addedAt());
    }
  }

  @GET
  @Path("me/favourites")
  public ListBody<FavouriteView> list(
      @Context Call call,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    return ListBody.of(
        WholeList.page(
            favourites.list(call.caller()),
            favourite -> favourite.kind() + " " + favourite.id(),
            new Page.Request(limit, Optional.ofNullable(cursor))),
        FavouriteView::of);
  }

  @PUT
  @Path("me/favourites/{kind}/{id}")
  public void add(
      @Context Call call, @PathParam("kind") Favourite.Kind kind, @PathParam("id") String id) {
    favourites.add(call.caller(), kind, id);
  }

  @DELETE
  @Path("me/favourites/{kind}/{id}")
  public void remove(
      @Context Call call, @PathParam("kind") Favourite.Kind kind, @PathParam("id") String id) {
    favourites.remove(call.caller(), kind, id);
  }
}
