package org.standardops.rest.health;

import java.io.IOException;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.standardops.rest.contract.Contract;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.FaultTexts;
import org.standardops.services.HealthService;

/** What anyone may ask: how the server is, and what it can do. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {

  private final HealthService health;
  private final Contract contract;

  public HealthResource(HealthService health, Contract contract) {
    this.health = health;
    this.contract = contract;
  }

  @GET
  @Path("health")
  public HealthService.Health health(@Context Call call) {
    return now(call);
  }

  private HealthService.Health now(Call call) {
    HealthService.Health now = health.health();
    return new HealthService.Health(
        now.ready(),
        now.problems().stream().map(problem -> FaultTexts.of(call.language(), problem)).toList());
  }

  @GET
  @Path("health/ready")
  public Response ready(@Context Call call) {
    HealthService.Health now = now(call);
    return Response.status(now.ready() ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
        .entity(now)
        .build();
  }

  @GET
  @Path("metrics")
  @Produces(MetricsText.TYPE)
  public Response metrics(@Context Call call) throws IOException {
    byte[] text = MetricsText.of(health.metrics(call.caller()));
    return Response.ok(text, MetricsText.TYPE).build();
  }

  @GET
  @Path("openapi.json")
  public byte[] contract() {
    return contract.json();
  }
}
