package org.standardops.services.statistics;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.standardops.model.ProcessId;
import org.standardops.model.process.TimingType;
import org.standardops.services.Statistics;
import org.standardops.services.Statistics.Figures;
import org.standardops.services.port.StatisticsStore.NodeTime;
import org.standardops.services.port.StatisticsStore.TaskTime;

/** Gathers what was kept of tasks and nodes to figures. */
public final class GatheredStatistics {

  private final Gathering all = new Gathering();
  private final Map<ProcessId, Gathering> processes = new HashMap<>();
  private final Map<ProcessId, TaskTime> newest = new HashMap<>();
  private final Map<String, Gathering> people = new HashMap<>();
  private final Map<String, Gathering> starters = new HashMap<>();
  private final Map<String, Gathering> atoms = new HashMap<>();
  private final Map<TimingType, Gathering> timings = new HashMap<>();

  public void add(TaskTime task) {
    all.add(task.succeeded(), task.times());
    add(processes, task.process(), task);
    add(people, task.person(), task);
    add(starters, task.starter(), task);
    newest.merge(
        task.process(), task, (one, other) -> one.endedAt().isAfter(other.endedAt()) ? one : other);
  }

  public void add(NodeTime node) {
    of(atoms, node.atom()).add(node.succeeded(), node.times());
    of(timings, node.timing()).add(node.succeeded(), node.times());
  }

  private static <K> void add(Map<K, Gathering> by, K key, TaskTime task) {
    of(by, key).add(task.succeeded(), task.times());
  }

  private static <K> Gathering of(Map<K, Gathering> by, K key) {
    return by.computeIfAbsent(key, first -> new Gathering());
  }

  /** All of it. */
  public Statistics between(Instant from, Instant to) {
    return new Statistics(
        from,
        to,
        all.figures(),
        list(
            processes,
            (id, figures) ->
                new Statistics.OfProcess(id.value(), newest.get(id).processName(), figures)),
        list(atoms, Statistics.OfAtom::new),
        list(people, Statistics.OfPerson::new),
        list(starters, Statistics.OfPerson::new),
        list(timings, Statistics.OfTiming::new));
  }

  private static <K, T> List<T> list(Map<K, Gathering> by, BiFunction<K, Figures, T> item) {
    return by.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<K, Gathering>>comparingInt(entry -> -entry.getValue().count())
                .thenComparing(entry -> entry.getKey().toString()))
        .map(entry -> item.apply(entry.getKey(), entry.getValue().figures()))
        .toList();
  }
}
