package org.standardops.persistence.internal.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.standardops.persistence.internal.journal.Tasks.CREATED;
import static org.standardops.persistence.internal.journal.Tasks.changed;
import static org.standardops.persistence.internal.journal.Tasks.created;
import static org.standardops.persistence.internal.journal.Tasks.id;
import static org.standardops.persistence.internal.journal.Tasks.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.standardops.engine.port.TaskRow;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskPlan.Origin;
import org.standardops.model.task.TaskStatus;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.Pages;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.persistence.internal.journal.JdbcJournalStore;
import org.standardops.persistence.internal.journal.Tasks;
import org.standardops.services.port.TaskSummaries.Filter;
import org.standardops.services.port.TaskSummaries.Summary;

abstract class TaskSummariesContract extends DatabaseContract {

  private static final Filter ALL = filter(List.of(), Optional.empty(), Optional.empty());

  private final JdbcTaskSummaries summaries;
  private final JdbcJournalStore journal;
  private Map<Integer, Long> epochs = Map.of();

  TaskSummariesContract(TestDatabase on) {
    super(on);
    summaries = new JdbcTaskSummaries(on.database());
    journal = new JdbcJournalStore(on.database());
  }

  @BeforeEach
  void takeOver() {
    epochs = journal.takeOver("this server");
  }

  @AfterAll
  void closeJournal() {
    journal.close();
  }

  @Test
  void tellsATaskAsItWasLastWritten() {
    write(created(id(1), Heat.HOT));
    write(changed(id(1), 4, TaskStatus.SUCCEEDED, Heat.FINAL, Optional.empty(), Optional.empty()));

    assertThat(list(ALL))
        .containsExactly(
            new Summary(
                id(1),
                "Prefetch again",
                TaskStatus.SUCCEEDED,
                true,
                Tasks.PROCESS,
                "CDN Prefetch",
                3,
                Tasks.BUSINESS,
                new Origin(Origin.Kind.API, Optional.empty()),
                "ann",
                CREATED,
                Optional.of(CREATED.plusSeconds(4)),
                Optional.of(CREATED.plusSeconds(5)),
                Optional.of(CREATED.plusSeconds(9))));
  }

  @Test
  void pagesNewestFirstWithoutGapsWhileTasksAreCreated() {
    for (int n = 1; n <= 25; n++) {
      write(created(id(n), Heat.HOT));
    }
    AtomicInteger next = new AtomicInteger(26);

    List<Summary> all =
        Pages.all(
            4,
            page -> summaries.list(ALL, page),
            () -> write(created(id(next.getAndIncrement()), Heat.HOT)));

    assertThat(all)
        .extracting(Summary::id)
        .containsExactlyElementsOf(
            java.util.stream.IntStream.iterate(25, n -> n >= 1, n -> n - 1)
                .mapToObj(Tasks::id)
                .toList());
  }

  @Test
  void lastFullPageHasNoCursor() {
    write(created(id(1), Heat.HOT));
    write(created(id(2), Heat.HOT));

    Page<Summary> page = summaries.list(ALL, Pages.first(2));

    assertThat(page.items()).hasSize(2);
    assertThat(page.nextCursor()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage!", "AAAA", "MTIz", "MTIzIA==", "eCB5", "\u00e4", "MSAA"})
  void refusesACursorThatNoListGave(String cursor) {
    assertThatThrownBy(() -> summaries.list(ALL, Pages.at(10, cursor)))
        .isInstanceOfSatisfying(
            ProductException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.UNREADABLE);
              assertThat(refusal.faults()).extracting("pointer").containsExactly("?cursor");
            });
  }

  @Test
  void filtersByEachField() {
    write(
        created(
            plan(id(1), new ProcessId("a"), "Alpha", "ann", at(1)), TaskStatus.RUNNING, Heat.HOT));
    write(
        created(
            plan(id(2), new ProcessId("b"), "Beta", "bob", at(2)), TaskStatus.FAILED, Heat.HOT));
    write(
        created(
            plan(id(3), new ProcessId("a"), "Gamma", "bob", at(3)), TaskStatus.CREATED, Heat.HOT));

    assertThat(
            ids(
                filter(
                    List.of(TaskStatus.RUNNING, TaskStatus.CREATED),
                    Optional.empty(),
                    Optional.empty())))
        .containsExactly(id(3), id(1));
    assertThat(ids(filter(List.of(), Optional.of(List.of(new ProcessId("a"))), Optional.empty())))
        .containsExactly(id(3), id(1));
    assertThat(ids(filter(List.of(), Optional.of(List.of()), Optional.empty()))).isEmpty();
    assertThat(ids(filter(List.of(), Optional.empty(), Optional.of("ALPH"))))
        .containsExactly(id(1));
    assertThat(ids(whoAndWhen(Optional.of("bob"), Optional.empty(), Optional.empty())))
        .containsExactly(id(3), id(2));
    assertThat(ids(whoAndWhen(Optional.empty(), Optional.of(at(2)), Optional.of(at(3)))))
        .containsExactly(id(2));
  }

  @Test
  void filtersByOrigin() {
    write(created(id(1), Heat.HOT));

    assertThat(ids(origin(Origin.Kind.API))).containsExactly(id(1));
    assertThat(ids(origin(Origin.Kind.SCHEDULE))).isEmpty();
  }

  @Test
  void takesWhatIsSpecialInPatternsForItself() {
    write(named(1, "50% done"));
    write(named(2, "50 done"));
    write(named(3, "a_b!c\\d"));

    assertThat(ids(filter(List.of(), Optional.empty(), Optional.of("50%")))).containsExactly(id(1));
    assertThat(ids(filter(List.of(), Optional.empty(), Optional.of("a_b!c\\d"))))
        .containsExactly(id(3));
    assertThat(ids(filter(List.of(), Optional.empty(), Optional.of("_")))).containsExactly(id(3));
  }

  @Test
  void seesNothingOfAnotherBusiness() {
    write(created(id(1), Heat.HOT));
    Filter other =
        new Filter(
            new BusinessId("other"),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(ids(other)).isEmpty();
  }

  @Test
  void tellsWhetherAProcessHasTasks() {
    write(created(id(1), Heat.HOT));

    assertThat(summaries.existsOf(Tasks.PROCESS)).isTrue();
    assertThat(summaries.existsOf(new ProcessId("unused"))).isFalse();
  }

  private static TaskRow named(int n, String name) {
    return created(plan(id(n), Tasks.PROCESS, name, "ann", CREATED), TaskStatus.CREATED, Heat.HOT);
  }

  private static Instant at(int second) {
    return CREATED.plusSeconds(second);
  }

  private static Filter filter(
      List<TaskStatus> states, Optional<List<ProcessId>> processes, Optional<String> q) {
    return new Filter(
        Tasks.BUSINESS,
        states,
        processes,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        q);
  }

  private static Filter whoAndWhen(
      Optional<String> createdBy, Optional<Instant> from, Optional<Instant> to) {
    return new Filter(
        Tasks.BUSINESS,
        List.of(),
        Optional.empty(),
        createdBy,
        Optional.empty(),
        from,
        to,
        Optional.empty());
  }

  private static Filter origin(Origin.Kind kind) {
    return new Filter(
        Tasks.BUSINESS,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(kind),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void write(TaskRow row) {
    journal.commit(Tasks.tasks(epochs, row));
  }

  private List<Summary> list(Filter filter) {
    return summaries.list(filter, Pages.first(200)).items();
  }

  private List<TaskId> ids(Filter filter) {
    return list(filter).stream().map(Summary::id).toList();
  }
}
