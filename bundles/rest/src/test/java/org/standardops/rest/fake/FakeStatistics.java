package org.standardops.rest.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.process.TimingType;
import org.standardops.services.Caller;
import org.standardops.services.Statistics;
import org.standardops.services.Statistics.Figures;
import org.standardops.services.StatisticsService;

/** The same figures for everything. */
public final class FakeStatistics implements StatisticsService {

  private static final Figures FIGURES =
      new Figures(
          4,
          3,
          0.75,
          Duration.ofSeconds(90),
          Duration.ofHours(1),
          Duration.ofDays(2),
          Duration.ZERO,
          Duration.ofMillis(1_500));

  @Override
  public Statistics of(
      Caller caller, BusinessId business, Optional<Instant> from, Optional<Instant> to) {
    Instant end = to.orElse(Instant.parse("2026-11-23T16:00:00Z"));
    return new Statistics(
        from.orElse(end.minus(Duration.ofDays(30))),
        end,
        FIGURES,
        List.of(new Statistics.OfProcess("p1", "CDN Prefetch", FIGURES)),
        List.of(new Statistics.OfAtom("timer", FIGURES)),
        List.of(new Statistics.OfPerson("ann", FIGURES)),
        List.of(new Statistics.OfPerson("bob", FIGURES)),
        List.of(new Statistics.OfTiming(TimingType.IDLE_TIME, FIGURES)));
  }
}
