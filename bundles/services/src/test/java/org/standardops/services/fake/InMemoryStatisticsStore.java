package org.standardops.services.fake;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.standardops.model.TaskId;
import org.standardops.services.port.StatisticsStore;

/** What tasks took, in memory. */
public final class InMemoryStatisticsStore implements StatisticsStore {

  private final Set<TaskId> uncounted = new LinkedHashSet<>();
  private final Map<TaskId, Counted> counted = new LinkedHashMap<>();

  public void ended(TaskId task) {
    uncounted.add(task);
  }

  public Map<TaskId, Counted> counted() {
    return counted;
  }

  @Override
  public List<TaskId> uncounted(int limit) {
    return uncounted.stream().limit(limit).toList();
  }

  @Override
  public void count(TaskId task, Optional<Counted> of) {
    uncounted.remove(task);
    of.ifPresent(it -> counted.put(task, it));
  }

  @Override
  public void tasks(Range range, Consumer<TaskTime> to) {
    within(range).map(Counted::task).forEach(to);
  }

  @Override
  public void nodes(Range range, Consumer<NodeTime> to) {
    within(range).flatMap(it -> it.nodes().stream()).forEach(to);
  }

  private Stream<Counted> within(Range range) {
    return counted.values().stream()
        .filter(it -> it.task().business().equals(range.business()))
        .filter(it -> range.processes().map(ids -> ids.contains(it.task().process())).orElse(true))
        .filter(it -> !it.task().endedAt().isBefore(range.from()))
        .filter(it -> it.task().endedAt().isBefore(range.to()));
  }
}
