package org.standardops.rest.fake;

import java.util.List;
import org.standardops.engine.Metric;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.services.Caller;
import org.standardops.services.HealthService;

/** As healthy as it is told to be. */
public final class FakeHealth implements HealthService {

  public volatile boolean ready = true;

  @Override
  public List<Metric> metrics(Caller caller) {
    if (!caller.metrics()) {
      throw new ProductException(ErrorCode.FORBIDDEN, "Not for you.");
    }
    return List.of(
        Metric.gauge("standardops_engine_tasks_in_memory", "Tasks in memory.", 3),
        Metric.counter("standardops_engine_commits", "Commits.", 7));
  }

  @Override
  public Health health() {
    return new Health(ready, ready ? List.of() : List.of("The engine is still recovering."));
  }
}
