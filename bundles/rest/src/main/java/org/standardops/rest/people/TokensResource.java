package org.standardops.rest.people;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.standardops.rest.http.Call;
import org.standardops.rest.http.ListBody;
import org.standardops.rest.http.WholeList;
import org.standardops.services.TokenService;
import org.standardops.services.TokenService.NewToken;
import org.standardops.services.port.TokenScope;

/** A person's own API tokens. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class TokensResource {

  private final TokenService tokens;

  public TokensResource(TokenService tokens) {
    this.tokens = tokens;
  }

  /** A new token. */
  record TokenInput(String name, Optional<Instant> expiresAt, Set<TokenScope> scopes) {}

  /** A token with its secret, which is shown this once. */
  record NewTokenView(@JsonUnwrapped TokenView token, String secret) {}

  @GET
  @Path("me/tokens")
  public ListBody<TokenView> list(
      @Context Call call,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    List<TokenView> all = tokens.list(call.caller()).stream().map(TokenView::of).toList();
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(WholeList.page(all, TokenView::id, page), view -> view);
  }

  /** Takes no Idempotency-Key: an answer that is kept for later would keep the secret. */
  @POST
  @Path("me/tokens")
  public Response create(@Context Call call) {
    TokenInput input = call.body().as(TokenInput.class);
    NewToken made = tokens.create(call.caller(), input.name(), input.expiresAt(), input.scopes());
    return Response.status(Response.Status.CREATED)
        .header("Location", URI.create("/api/v1/me/tokens/" + made.token().id()))
        .entity(new NewTokenView(TokenView.of(made.token()), made.secret().text()))
        .build();
  }

  @DELETE
  @Path("me/tokens/{id}")
  public void delete(@Context Call call, @PathParam("id") String id) {
    tokens.delete(call.caller(), id);
  }
}
