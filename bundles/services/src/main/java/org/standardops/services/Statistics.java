package org.standardops.services;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.standardops.model.process.TimingType;

/**
 * What the tasks of a business took, of those that ended within a time. Each list begins with what
 * there is most of.
 */
public record Statistics(
    Instant from,
    Instant to,
    Figures tasks,
    List<OfProcess> processes,
    List<OfAtom> atoms,
    List<OfPerson> people,
    List<OfPerson> starters,
    List<OfTiming> timings) {

  /**
   * Figures of tasks, or of nodes.
   *
   * @param success part of them that succeeded, 0.0 to 1.0; 0.0 of none
   * @param median of the time worked, over all attempts; so too {@code p95} and {@code total}
   * @param awaitingPerson in all; not in the time worked, as little as {@code suspended}
   */
  public record Figures(
      int count,
      int succeeded,
      double success,
      Duration median,
      Duration p95,
      Duration total,
      Duration awaitingPerson,
      Duration suspended) {}

  /** Of the tasks of one process, under its newest name. */
  public record OfProcess(String process, String name, Figures figures) {}

  /** Of the nodes with one atom, by its code. */
  public record OfAtom(String atom, Figures figures) {}

  /** Of the tasks that one person made, or started. */
  public record OfPerson(String person, Figures figures) {}

  /** Of the nodes whose time counts as this. */
  public record OfTiming(TimingType timing, Figures figures) {}
}
