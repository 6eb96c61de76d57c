package org.standardops.persistence.internal.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.TaskStatus;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.persistence.internal.journal.JdbcJournalStore;
import org.standardops.persistence.internal.journal.Tasks;
import org.standardops.services.port.StatisticsStore.Counted;
import org.standardops.services.port.StatisticsStore.NodeTime;
import org.standardops.services.port.StatisticsStore.Range;
import org.standardops.services.port.StatisticsStore.TaskTime;
import org.standardops.services.port.StatisticsStore.Times;

abstract class StatisticsStoreContract extends DatabaseContract {

  private static final Instant ENDED = Instant.parse("2026-11-24T08:00:00.123456Z");
  private static final BusinessId WEB = new BusinessId("web");

  private final JdbcStatisticsStore store;
  private final JdbcJournalStore journal;

  StatisticsStoreContract(TestDatabase on) {
    super(on);
    store = new JdbcStatisticsStore(on.database());
    journal = new JdbcJournalStore(on.database());
  }

  private static Counted counted(String business, String process, Instant ended) {
    Times times = new Times(Duration.ofMillis(1_500), Duration.ofHours(2), Duration.ofNanos(7_000));
    return new Counted(
        new TaskTime(
            new BusinessId(business),
            new ProcessId(process),
            "CDN",
            "ann",
            "bob",
            ended,
            true,
            times),
        List.of(
            new NodeTime("a", "timer", TimingType.IDLE_TIME, 2, true, times),
            new NodeTime("b", "http", TimingType.ONLINE_TEST, 1, false, times)));
  }

  private List<TaskTime> tasks(Range range) {
    List<TaskTime> tasks = new ArrayList<>();
    store.tasks(range, tasks::add);
    return tasks;
  }

  private static Range range(Optional<List<ProcessId>> processes, Instant from, Instant to) {
    return new Range(WEB, processes, from, to);
  }

  @Test
  void aTaskThatEndsIsToBeCounted() {
    Map<Integer, Long> epochs = journal.takeOver("test");
    TaskId id = Tasks.id(7);
    journal.commit(Tasks.tasks(epochs, Tasks.created(id, Heat.HOT)));
    assertThat(store.uncounted(10)).isEmpty();

    for (int seq = 2; seq <= 3; seq++) { // a late answer writes the row of an ended task again
      journal.commit(
          Tasks.tasks(
              epochs,
              Tasks.changed(
                  id, seq, TaskStatus.SUCCEEDED, Heat.FINAL, Optional.empty(), Optional.empty())));
    }

    assertThat(store.uncounted(10)).containsExactly(id);
    store.count(id, Optional.empty());
    assertThat(store.uncounted(10)).isEmpty();
    journal.close();
  }

  @Test
  void countsATaskOnceHoweverOftenItIsCounted() {
    Counted counted = counted("web", "p1", ENDED);
    store.count(Tasks.id(1), Optional.of(counted("web", "p1", ENDED.minusSeconds(5))));

    store.count(Tasks.id(1), Optional.of(counted));

    Range all = range(Optional.empty(), Instant.EPOCH, ENDED.plusSeconds(1));
    assertThat(tasks(all)).containsExactly(counted.task());
    List<NodeTime> nodes = new ArrayList<>();
    store.nodes(all, nodes::add);
    assertThat(nodes).containsExactlyInAnyOrderElementsOf(counted.nodes());
  }

  @Test
  void readsJustTheRange() {
    store.count(Tasks.id(1), Optional.of(counted("web", "p1", ENDED)));
    store.count(Tasks.id(2), Optional.of(counted("web", "p2", ENDED)));
    store.count(Tasks.id(3), Optional.of(counted("games", "p1", ENDED)));
    store.count(Tasks.id(4), Optional.of(counted("web", "p1", ENDED.plusSeconds(1))));

    assertThat(tasks(range(Optional.empty(), ENDED, ENDED.plusSeconds(1)))).hasSize(2);
    assertThat(tasks(range(Optional.of(List.of(new ProcessId("p2"))), ENDED, ENDED.plusSeconds(9))))
        .extracting(task -> task.process().value())
        .containsExactly("p2");
    assertThat(tasks(range(Optional.empty(), ENDED.minusSeconds(9), ENDED))).isEmpty();
  }
}
