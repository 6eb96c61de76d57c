package org.standardops.rest.atom;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.task.AtomRef;
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

  /** What may be chosen for a parameter. */
  record OptionsInput(
      String business, String field, Optional<Map<String, Object>> params, Optional<String> q) {}

  @POST
  @Path("atoms/{code}/{version}/options")
  @Consumes(MediaType.APPLICATION_JSON)
  public ChoicesBody options(
      @Context Call call, @PathParam("code") String code, @PathParam("version") String version) {
    OptionsInput input = call.body().as(OptionsInput.class);
    return ChoicesBody.of(
        atoms.options(
            call.caller(),
            new AtomRef(code, version),
            new BusinessId(input.business()),
            input.field(),
            input.params().orElse(Map.of()),
            input.q().orElse("")),
        call.language());
  }
}
