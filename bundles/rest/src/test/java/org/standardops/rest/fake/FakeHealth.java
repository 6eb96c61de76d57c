package org.standardops.rest.fake;

import java.util.List;
import org.standardops.services.HealthService;

/** As healthy as it is told to be. */
public final class FakeHealth implements HealthService {

  public volatile boolean ready = true;

  @Override
  public Health health() {
    return new Health(ready, ready ? List.of() : List.of("The engine is still recovering."));
  }
}
