package org.standardops.services.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.services.Caller;
import org.standardops.services.Statistics;
import org.standardops.services.StatisticsService;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.StatisticsStore;
import org.standardops.services.rights.Access;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;
import org.standardops.services.statistics.GatheredStatistics;

/** Statistics of what the caller may see. */
@Component
public final class StatisticsUseCase implements StatisticsService {

  private static final Duration USUAL = Duration.ofDays(30);

  private final StatisticsStore store;
  private final Permissions permissions;
  private final InstantSource clock;

  @Activate
  public StatisticsUseCase(@Reference StatisticsStore store, @Reference BusinessStore businesses) {
    this(store, businesses, InstantSource.system());
  }

  StatisticsUseCase(StatisticsStore store, BusinessStore businesses, InstantSource clock) {
    this.store = store;
    this.permissions = new Permissions(businesses);
    this.clock = clock;
  }

  @Override
  public Statistics of(
      Caller caller, BusinessId business, Optional<Instant> from, Optional<Instant> to) {
    Access access = permissions.require(caller, Operation.SEE_STATISTICS, business);
    Instant end = to.orElseGet(clock::instant);
    Instant begin = from.orElseGet(() -> end.minus(USUAL));
    if (!begin.isBefore(end)) {
      throw ProductException.invalid(
          List.of(new Fault("?from", "INVALID_VALUE", "'from' must be before 'to'.")));
    }
    GatheredStatistics gathered = new GatheredStatistics();
    if (access.visibleProcesses().map(ids -> !ids.isEmpty()).orElse(true)) {
      StatisticsStore.Range range =
          new StatisticsStore.Range(business, access.visibleProcesses(), begin, end);
      store.tasks(range, gathered::add);
      store.nodes(range, gathered::add);
    }
    return gathered.between(begin, end);
  }
}
