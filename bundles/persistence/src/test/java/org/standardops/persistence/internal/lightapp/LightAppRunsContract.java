package org.standardops.persistence.internal.lightapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.LightAppId;
import org.standardops.model.TaskId;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.Pages;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.persistence.internal.journal.JdbcJournalStore;
import org.standardops.persistence.internal.journal.Tasks;
import org.standardops.services.port.LightAppRuns.Run;
import org.standardops.services.port.TaskSummaries.Summary;

abstract class LightAppRunsContract extends DatabaseContract {

  private static final LightAppId APP = new LightAppId("l1");
  private static final Optional<TaskId> NONE = Optional.empty();

  private final JdbcLightAppRuns runs;
  private final JpaLightAppStore store;
  private final JdbcJournalStore journal;

  LightAppRunsContract(TestDatabase on) {
    super(on);
    runs = new JdbcLightAppRuns(on.database());
    store = new JpaLightAppStore(on.tx());
    journal = new JdbcJournalStore(on.database());
  }

  @BeforeEach
  void makeTheApp() {
    store.create(Apps.app("l1"));
  }

  @AfterAll
  void closeJournal() {
    journal.close();
  }

  private static Run run(long n, String by) {
    return new Run(Tasks.id(n), by, Apps.CREATED.plusSeconds(n));
  }

  @Test
  void oneRunHoldsTheApp() {
    assertThat(runs.begin(APP, run(1, "eve"), true, NONE)).isEmpty();
    assertThat(runs.begin(APP, run(1, "eve"), true, NONE)).isEmpty();

    assertThat(runs.begin(APP, run(2, "kim"), true, NONE)).contains(run(1, "eve"));
  }

  @Test
  void othersRunBesideItWhereTheyNeedNotBeAlone() {
    runs.begin(APP, run(1, "eve"), true, NONE);

    assertThat(runs.begin(APP, run(2, "kim"), false, NONE)).isEmpty();
    assertThat(runs.begin(APP, run(3, "lou"), true, NONE)).contains(run(1, "eve"));
  }

  @Test
  void takesThePlaceOfTheEndedRunAndOfNoOther() {
    runs.begin(APP, run(1, "eve"), true, NONE);

    assertThat(runs.begin(APP, run(2, "kim"), true, Optional.of(Tasks.id(9))))
        .contains(run(1, "eve"));
    assertThat(runs.begin(APP, run(2, "kim"), true, Optional.of(Tasks.id(1)))).isEmpty();
    assertThat(runs.begin(APP, run(3, "lou"), true, Optional.of(Tasks.id(1))))
        .contains(run(2, "kim"));
  }

  @Test
  void whatWasAbandonedHoldsNothing() {
    runs.begin(APP, run(1, "eve"), true, NONE);
    runs.abandon(APP, Tasks.id(2));
    assertThat(runs.begin(APP, run(2, "kim"), true, NONE)).contains(run(1, "eve"));

    runs.abandon(APP, Tasks.id(1));

    assertThat(runs.begin(APP, run(2, "kim"), true, NONE)).isEmpty();
  }

  @Test
  void aChangeOfTheAppKeepsItHeld() {
    runs.begin(APP, run(1, "eve"), true, NONE);
    store.replace(Apps.app("l1", "kim"));

    assertThat(runs.begin(APP, run(2, "kim"), true, NONE)).contains(run(1, "eve"));
  }

  @Test
  void ofManyAtOnceOneHoldsTheApp() throws Exception {
    int people = 8;
    ExecutorService threads = Executors.newFixedThreadPool(people);
    CyclicBarrier together = new CyclicBarrier(people);
    try {
      List<Callable<Optional<Run>>> all =
          LongStream.rangeClosed(1, people)
              .<Callable<Optional<Run>>>mapToObj(
                  n ->
                      () -> {
                        together.await();
                        return runs.begin(APP, run(n, "p" + n), true, NONE);
                      })
              .toList();
      int holding = 0;
      for (Future<Optional<Run>> one : threads.invokeAll(all)) {
        holding += one.get().isEmpty() ? 1 : 0;
      }

      assertThat(holding).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void listsTheTasksOfItsRuns() {
    var epochs = journal.takeOver("this server");
    for (int n = 1; n <= 3; n++) {
      journal.commit(Tasks.tasks(epochs, Tasks.created(Tasks.id(n), Heat.HOT)));
    }
    runs.begin(APP, run(1, "eve"), false, NONE);
    runs.begin(APP, run(2, "kim"), false, NONE);
    runs.begin(APP, run(9, "eve"), false, NONE);

    assertThat(Pages.all(1, page -> runs.list(APP, Optional.empty(), page), () -> {}))
        .extracting(Summary::id)
        .containsExactly(Tasks.id(2), Tasks.id(1));
    assertThat(runs.list(APP, Optional.of("eve"), Pages.first(50)).items())
        .extracting(Summary::id)
        .containsExactly(Tasks.id(1));
  }
}
