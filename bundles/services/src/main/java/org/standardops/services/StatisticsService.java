package org.standardops.services;

import java.time.Instant;
import java.util.Optional;
import org.standardops.model.BusinessId;

/** Figures of ended tasks. Rights and refusals as in {@link TaskService}. Thread-safe. */
public interface StatisticsService {

  /**
   * Of the processes that the caller may see.
   *
   * @param from empty: 30 days before {@code to}
   * @param to empty: now
   */
  Statistics of(Caller caller, BusinessId business, Optional<Instant> from, Optional<Instant> to);
}
