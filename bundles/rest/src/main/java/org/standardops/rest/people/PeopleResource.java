package org.standardops.rest.people;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriBuilder;
import org.standardops.model.ErrorCode;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.Created;
import org.standardops.rest.http.Idempotency;
import org.standardops.rest.http.IfMatch;
import org.standardops.rest.http.ListBody;
import org.standardops.services.AccountView;
import org.standardops.services.PeopleService;

/** Accounts, which the platform admin keeps. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PeopleResource {

  private final PeopleService people;
  private final Idempotency idempotency;

  public PeopleResource(PeopleService people, Idempotency idempotency) {
    this.people = people;
    this.idempotency = idempotency;
  }

  @GET
  @Path("people")
  public ListBody<PersonView> list(
      @Context Call call,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(people.list(call.caller(), page), PersonView::of);
  }

  @POST
  @Path("people")
  public Response create(@Context Call call) {
    PersonInput input = call.body().as(PersonInput.class);
    String name = input.name().orElseThrow();
    return idempotency.create(
        call, () -> name, reserved -> created(createOrFind(call, name, input, reserved)));
  }

  private AccountView createOrFind(
      Call call, String name, PersonInput input, Idempotency.Reserved reserved) {
    try {
      return people.create(call.caller(), input.forAccount(name));
    } catch (ProductException e) {
      if (e.code() != ErrorCode.ALREADY_EXISTS || reserved.brokenOff().isEmpty()) {
        throw e;
      }
      AccountView view = people.get(call.caller(), name);
      if (view.account().createdAt().isBefore(reserved.brokenOff().get())) {
        throw e;
      }
      return view;
    }
  }

  private static Created created(AccountView view) {
    return new Created(
        UriBuilder.fromPath("/people/{name}").build(view.account().name()).toString(),
        Optional.of(IfMatch.etag(view.account().version())),
        PersonView.of(view));
  }

  @GET
  @Path("people/{name}")
  public Response get(@Context Call call, @PathParam("name") String name) {
    return whole(people.get(call.caller(), name));
  }

  @PUT
  @Path("people/{name}")
  public Response replace(
      @Context Call call, @PathParam("name") String name, @HeaderParam("If-Match") String ifMatch) {
    PersonInput input = call.body().as(PersonInput.class);
    return whole(
        people.replace(call.caller(), name, expected(call, name, ifMatch), input.forAccount(name)));
  }

  @DELETE
  @Path("people/{name}")
  public void delete(
      @Context Call call, @PathParam("name") String name, @HeaderParam("If-Match") String ifMatch) {
    people.delete(call.caller(), name, expected(call, name, ifMatch));
  }

  private long expected(Call call, String name, String ifMatch) {
    return IfMatch.expected(ifMatch, () -> people.get(call.caller(), name).account().version());
  }

  private static Response whole(AccountView view) {
    return Response.ok(PersonView.of(view))
        .header("ETag", IfMatch.etag(view.account().version()))
        .build();
  }
}
