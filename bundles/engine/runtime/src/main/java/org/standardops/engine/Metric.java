package org.standardops.engine;

/**
 * One figure of how a server works.
 *
 * @param name in snake_case with its unit, without the suffix that counters get
 * @param help a sentence for people
 * @param counter true: only grows while the server runs; false: may go up and down
 */
public record Metric(String name, String help, boolean counter, double value) {

  /** What may go up and down. */
  public static Metric gauge(String name, String help, double value) {
    return new Metric(name, help, false, value);
  }

  /** What only grows. */
  public static Metric counter(String name, String help, double value) {
    return new Metric(name, help, true, value);
  }
}
