package org.standardops.rest.atom;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import javax.ws.rs.core.Response;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.Created;
import org.standardops.rest.http.Idempotency;
import org.standardops.rest.http.ListBody;
import org.standardops.rest.http.WholeList;
import org.standardops.services.AtomService;

/** Bundles that bring atoms; installed while the server runs. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class BundlesResource {

  private final AtomService atoms;
  private final Idempotency idempotency;

  public BundlesResource(AtomService atoms, Idempotency idempotency) {
    this.atoms = atoms;
    this.idempotency = idempotency;
  }

  @GET
  @Path("bundles")
  public ListBody<BundleView> list(
      @Context Call call,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(WholeList.page(all(call), BundleView::id, page), view -> view);
  }

  @GET
  @Path("bundles/{id}")
  public BundleView get(@Context Call call, @PathParam("id") String id) {
    return all(call).stream()
        .filter(bundle -> bundle.id().equals(id))
        .findFirst()
        .orElseThrow(() -> ProductException.notFound("The bundle " + id));
  }

  /** The very bytes that are there already are answered as they are, so a retry does no harm. */
  @POST
  @Path("bundles")
  @Consumes("application/java-archive")
  public Response install(@Context Call call) {
    return idempotency.create(
        call,
        () -> UUID.randomUUID().toString(),
        reserved -> {
          BundleView bundle = BundleView.of(atoms.install(call.caller(), call.body().bytes()));
          return new Created("/bundles/" + bundle.id(), Optional.empty(), bundle);
        });
  }

  private List<BundleView> all(Call call) {
    return atoms.bundles(call.caller()).stream().map(BundleView::of).toList();
  }
}
