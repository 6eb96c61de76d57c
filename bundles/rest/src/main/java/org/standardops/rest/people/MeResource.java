package org.standardops.rest.people;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.standardops.rest.http.Call;
import org.standardops.services.PeopleService;

/** What a person sees and changes of itself. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {

  private final PeopleService people;

  public MeResource(PeopleService people) {
    this.people = people;
  }

  /** A new password, and the one that it replaces. */
  record PasswordInput(char[] current, char[] password) {}

  @GET
  @Path("me")
  public MeView me(@Context Call call) {
    return MeView.of(people.me(call.caller()));
  }

  @PUT
  @Path("me/password")
  public void changePassword(@Context Call call) {
    PasswordInput input = call.body().as(PasswordInput.class);
    people.changePassword(call.caller(), input.current(), input.password());
  }
}
