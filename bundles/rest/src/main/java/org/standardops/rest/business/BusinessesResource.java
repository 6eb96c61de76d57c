package org.standardops.rest.business;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.Created;
import org.standardops.rest.http.Idempotency;
import org.standardops.rest.http.ListBody;
import org.standardops.services.BusinessService;
import org.standardops.services.port.Business;

/** Businesses, and who administers them. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class BusinessesResource {

  private final BusinessService businesses;
  private final Idempotency idempotency;

  public BusinessesResource(BusinessService businesses, Idempotency idempotency) {
    this.businesses = businesses;
    this.idempotency = idempotency;
  }

  /** A new business. */
  record BusinessInput(String id, String name) {}

  /** All admins of a business. */
  record AdminsInput(List<String> admins) {}

  @GET
  @Path("businesses")
  public ListBody<BusinessView> list(
      @Context Call call,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(businesses.list(call.caller(), page), BusinessView::of);
  }

  @POST
  @Path("businesses")
  public Response create(@Context Call call) {
    BusinessInput input = call.body().as(BusinessInput.class);
    return idempotency.create(
        call,
        input::id,
        reserved -> {
          Business business = createOrFind(call, input, reserved);
          return new Created(
              "/businesses/" + business.id(), Optional.empty(), BusinessView.of(business));
        });
  }

  private Business createOrFind(Call call, BusinessInput input, Idempotency.Reserved reserved) {
    BusinessId id = new BusinessId(input.id());
    try {
      return businesses.create(call.caller(), id, input.name());
    } catch (ProductException e) {
      if (e.code() != ErrorCode.ALREADY_EXISTS || reserved.brokenOff().isEmpty()) {
        throw e;
      }
      return newest(call)
          .filter(business -> business.id().equals(id))
          .filter(business -> !business.createdAt().isBefore(reserved.brokenOff().get()))
          .orElseThrow(() -> e);
    }
  }

  private Optional<Business> newest(Call call) {
    return businesses.list(call.caller(), new Page.Request(1, Optional.empty())).items().stream()
        .findFirst();
  }

  @GET
  @Path("businesses/{business}")
  public BusinessView get(@Context Call call, @PathParam("business") String business) {
    return BusinessView.of(businesses.get(call.caller(), new BusinessId(business)));
  }

  @PUT
  @Path("businesses/{business}/admins")
  public BusinessView setAdmins(@Context Call call, @PathParam("business") String business) {
    AdminsInput input = call.body().as(AdminsInput.class);
    return BusinessView.of(
        businesses.setAdmins(call.caller(), new BusinessId(business), input.admins()));
  }
}
