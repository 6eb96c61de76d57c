package org.standardops.rest.atom;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.standardops.model.Page;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.ListBody;
import org.standardops.rest.http.WholeList;
import org.standardops.services.AtomService;

/** The atom library. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class AtomsResource {

  private final AtomService atoms;

  public AtomsResource(AtomService atoms) {
    this.atoms = atoms;
  }

  @GET
  @Path("atoms")
  public ListBody<AtomView> list(
      @Context Call call,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    List<AtomView> all =
        atoms.list(call.caller()).stream().map(atom -> AtomView.of(atom, call.language())).toList();
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(
        WholeList.page(all, atom -> atom.code() + " " + atom.version(), page), view -> view);
  }
}
