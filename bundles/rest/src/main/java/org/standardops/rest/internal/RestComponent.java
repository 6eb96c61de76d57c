package org.standardops.rest.internal;

import java.time.InstantSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.standardops.rest.business.BusinessesResource;
import org.standardops.rest.business.FollowersResource;
import org.standardops.rest.contract.Contract;
import org.standardops.rest.health.HealthResource;
import org.standardops.rest.http.Idempotency;
import org.standardops.rest.people.MeResource;
import org.standardops.rest.people.PeopleResource;
import org.standardops.rest.process.ProcessesResource;
import org.standardops.security.Authentication;
import org.standardops.services.BusinessService;
import org.standardops.services.HealthService;
import org.standardops.services.PeopleService;
import org.standardops.services.ProcessService;
import org.standardops.services.port.IdempotencyStore;

/** Publishes the API as soon as every use case is there. */
@Component(service = {})
public final class RestComponent {

  private final RestServer server;

  @Activate
  public RestComponent(
      @Reference Authentication authentication,
      @Reference IdempotencyStore keys,
      @Reference PeopleService people,
      @Reference BusinessService businesses,
      @Reference ProcessService processes,
      @Reference HealthService health) {
    Contract contract = Contract.load();
    Idempotency idempotency = new Idempotency(keys, InstantSource.system());
    server =
        new RestServer(
            contract,
            authentication,
            List.of(
                new MeResource(people),
                new PeopleResource(people, idempotency),
                new BusinessesResource(businesses, idempotency),
                new FollowersResource(businesses),
                new ProcessesResource(processes, idempotency),
                new HealthResource(health, contract)));
  }

  @Deactivate
  void stop() {
    server.close();
  }
}
