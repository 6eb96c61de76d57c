package org.standardops.rest.business;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.standardops.model.process.TimingType;
import org.standardops.services.Statistics;
import org.standardops.services.Statistics.Figures;

/** Statistics as they are answered. */
public record StatisticsView(
    Instant from,
    Instant to,
    FiguresView tasks,
    List<ProcessFigures> byProcess,
    List<AtomFigures> byAtom,
    List<PersonFigures> byPerson,
    List<PersonFigures> byStarter,
    List<TimingFigures> byTiming) {

  /** Counts and times. */
  public record FiguresView(
      int count,
      int succeeded,
      double success,
      DurationFigures duration,
      Duration awaitingPerson,
      Duration suspended) {
    static FiguresView of(Figures figures) {
      return new FiguresView(
          figures.count(),
          figures.succeeded(),
          figures.success(),
          new DurationFigures(figures.median(), figures.p95(), figures.total()),
          figures.awaitingPerson(),
          figures.suspended());
    }
  }

  /** Time worked, over all attempts. */
  public record DurationFigures(Duration median, Duration p95, Duration total) {}

  /** Names a process. */
  public record ProcessName(String id, String name) {}

  /** Of one process's tasks. */
  public record ProcessFigures(ProcessName process, @JsonUnwrapped FiguresView figures) {}

  /** Of one atom's nodes. */
  public record AtomFigures(String atom, @JsonUnwrapped FiguresView figures) {}

  /** Of one person's tasks. */
  public record PersonFigures(String person, @JsonUnwrapped FiguresView figures) {}

  /** Of one timing type's nodes. */
  public record TimingFigures(TimingType timing, @JsonUnwrapped FiguresView figures) {}

  static StatisticsView of(Statistics statistics) {
    return new StatisticsView(
        statistics.from(),
        statistics.to(),
        FiguresView.of(statistics.tasks()),
        statistics.processes().stream()
            .map(
                of ->
                    new ProcessFigures(
                        new ProcessName(of.process(), of.name()), FiguresView.of(of.figures())))
            .toList(),
        statistics.atoms().stream()
            .map(of -> new AtomFigures(of.atom(), FiguresView.of(of.figures())))
            .toList(),
        people(statistics.people()),
        people(statistics.starters()),
        statistics.timings().stream()
            .map(of -> new TimingFigures(of.timing(), FiguresView.of(of.figures())))
            .toList());
  }

  private static List<PersonFigures> people(List<Statistics.OfPerson> people) {
    return people.stream()
        .map(of -> new PersonFigures(of.person(), FiguresView.of(of.figures())))
        .toList();
  }
}
