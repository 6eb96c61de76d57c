package org.standardops.services;

import java.util.List;

/** How the server is; for anyone, without credentials. Thread-safe, quick. */
public interface HealthService {

  Health health();

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
