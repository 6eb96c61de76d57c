package org.standardops.rest.atom;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import org.standardops.rest.contract.SpooledBody;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.Created;
import org.standardops.rest.http.Idempotency;
import org.standardops.rest.http.ListBody;
import org.standardops.rest.http.WholeList;
import org.standardops.services.BundleService;
import org.standardops.services.BundleService.Installed;
import org.standardops.services.port.BundleId;

/** Bundles that bring atoms; they come and go while the server runs. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class BundlesResource {

  private static final long MAX_BYTES = 64L * 1024 * 1024;

  private final BundleService bundles;
  private final Idempotency idempotency;

  public BundlesResource(BundleService bundles, Idempotency idempotency) {
    this.bundles = bundles;
    this.idempotency = idempotency;
  }

  @GET
  @Path("bundles")
  public ListBody<BundleView> list(
      @Context Call call,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    List<BundleView> all =
        bundles.list(call.caller()).stream()
            .map(bundle -> BundleView.of(bundle, call.language()))
            .toList();
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(WholeList.page(all, BundleView::id, page), view -> view);
  }

  @GET
  @Path("bundles/{id}")
  public BundleView get(@Context Call call, @PathParam("id") String id) {
    return BundleView.of(bundles.find(call.caller(), parsed(id)), call.language());
  }

  /**
   * The very bytes that are there already are answered as they are, so a retry does no harm. Who
   * may not install is sent away before a large body is read.
   */
  @POST
  @Path("bundles")
  @Consumes("application/java-archive")
  public Response install(@Context Call call, InputStream jar) throws IOException {
    bundles.requireInstall(call.caller());
    try (SpooledBody body = SpooledBody.read(jar, MAX_BYTES)) {
      return idempotency.create(
          call.withBytes(body.sha256()),
          () -> UUID.randomUUID().toString(),
          reserved -> {
            Installed installed = bundles.install(call.caller(), body.file());
            BundleView view = BundleView.of(installed.bundle(), call.language());
            return new Created("/bundles/" + view.id(), Optional.empty(), view, installed.isNew());
          });
    }
  }

  @POST
  @Path("bundles/{id}/retire")
  public BundleView retire(@Context Call call, @PathParam("id") String id) {
    return BundleView.of(bundles.retire(call.caller(), parsed(id)), call.language());
  }

  @POST
  @Path("bundles/{id}/activate")
  public BundleView activate(@Context Call call, @PathParam("id") String id) {
    return BundleView.of(bundles.activate(call.caller(), parsed(id)), call.language());
  }

  /** 204: it is gone. 202: it drains, and the answer says who uses it. */
  @DELETE
  @Path("bundles/{id}")
  public Response remove(
      @Context Call call,
      @PathParam("id") String id,
      @QueryParam("force") @DefaultValue("false") boolean force) {
    return bundles
        .remove(call.caller(), parsed(id), force)
        .map(draining -> BundleView.of(draining, call.language()))
        .map(view -> Response.accepted(view).build())
        .orElseGet(() -> Response.noContent().build());
  }

  /** What names no bundle is looked for all the same, so that rights are asked first. */
  private static BundleId parsed(String id) {
    return BundleId.parse(id).orElseGet(() -> new BundleId(id, ""));
  }
}
