package org.standardops.services;

import java.util.List;
import org.standardops.engine.Metric;

/** How the server is. Thread-safe, quick. */
public interface HealthService {

  /** For anyone, without credentials. */
  Health health();

  /** Figures of how it works; for a caller that may read metrics. */
  List<Metric> metrics(Caller caller);

  /**
   * How the server is.
   *
   * @param ready true once requests are served: the engine has recovered, atoms and the first
   *     account are there
   * @param problems sentences for people, without anything secret; empty: all is well
   */
  record Health(boolean ready, List<String> problems) {
    public Health {
      problems = List.copyOf(problems);
    }
  }
}
