package org.standardops.cdnsandbox.control;

import java.util.Map;
import java.util.TreeMap;

/** How often the API was called, and how often it refused. */
public final class Counts {
  private final Map<String, Integer> calls = new TreeMap<>();
  private final Map<String, Integer> errors = new TreeMap<>();

  /** Counts a call that was signed rightly and within the rate. */
  public synchronized void call(String action) {
    calls.merge(action, 1, Integer::sum);
  }

  public synchronized void error(String code) {
    errors.merge(code, 1, Integer::sum);
  }

  synchronized Map<String, Integer> calls() {
    return new TreeMap<>(calls);
  }

  synchronized Map<String, Integer> errors() {
    return new TreeMap<>(errors);
  }

  synchronized void clear() {
    calls.clear();
    errors.clear();
  }
}
