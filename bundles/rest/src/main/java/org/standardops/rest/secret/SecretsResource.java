package org.standardops.rest.secret;

import java.time.Instant;
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
import org.standardops.services.SecretService;
import org.standardops.services.port.SecretStore;

/** Secrets of a business: taken in, and listed by name. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SecretsResource {

  private final SecretService secrets;

  public SecretsResource(SecretService secrets) {
    this.secrets = secrets;
  }

  /** A secret that is to be kept. */
  record SecretInput(String value) {
    @Override
    public String toString() {
      return "SecretInput";
    }
  }

  /** A secret as far as it is told. */
  public record SecretView(String name, String changedBy, Instant changedAt) {
    static SecretView of(SecretStore.Entry secret) {
      return new SecretView(secret.name(), secret.changedBy(), secret.changedAt());
    }
  }

  @GET
  @Path("businesses/{business}/secrets")
  public ListBody<SecretView> list(
      @Context Call call,
      @PathParam("business") String business,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    List<SecretStore.Entry> all = secrets.list(call.caller(), new BusinessId(business));
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(WholeList.page(all, SecretStore.Entry::name, page), SecretView::of);
  }

  @PUT
  @Path("businesses/{business}/secrets/{name}")
  public void put(
      @Context Call call, @PathParam("business") String business, @PathParam("name") String name) {
    SecretInput input = call.body().as(SecretInput.class);
    secrets.put(call.caller(), new BusinessId(business), name, input.value());
  }

  @DELETE
  @Path("businesses/{business}/secrets/{name}")
  public void delete(
      @Context Call call, @PathParam("business") String business, @PathParam("name") String name) {
    secrets.delete(call.caller(), new BusinessId(business), name);
  }
}
