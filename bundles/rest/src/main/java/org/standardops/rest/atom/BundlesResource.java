package org.standardops.rest.atom;

import java.io.IOException;
import java.io.InputStream;
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
import org.standardops.rest.contract.Body;
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

  private static final int MAX_BYTES = 64 * 1024 * 1024;

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

  /**
   * The very bytes that are there already are answered as they are, so a retry does no harm. Who
   * may not even see bundles is sent away before a large body is read.
   */
  @POST
  @Path("bundles")
  @Consumes("application/java-archive")
  public Response install(@Context Call call, InputStream jar) throws IOException {
    atoms.bundles(call.caller());
    Call whole = call.withBytes(Body.read(jar, MAX_BYTES));
    return idempotency.create(
        whole,
        () -> UUID.randomUUID().toString(),
        reserved -> {
          BundleView bundle = BundleView.of(atoms.install(call.caller(), whole.body().bytes()));
          return new Created("/bundles/" + bundle.id(), Optional.empty(), bundle);
        });
  }

  private List<BundleView> all(Call call) {
    return atoms.bundles(call.caller()).stream().map(BundleView::of).toList();
  }
}
