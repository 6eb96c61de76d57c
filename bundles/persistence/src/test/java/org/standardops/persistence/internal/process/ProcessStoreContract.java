package org.standardops.persistence.internal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.standardops.engine.port.TaskRow;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.process.Node;
import org.standardops.model.process.Policy;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.ProcessDefinition.OnTimeout;
import org.standardops.model.process.ProcessType;
import org.standardops.model.process.Step;
import org.standardops.model.process.TimingType;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.Pages;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.persistence.internal.journal.JdbcJournalStore;
import org.standardops.persistence.internal.journal.Tasks;
import org.standardops.services.port.ProcessStore.Revision;
import org.standardops.services.port.ProcessStore.Summary;
import org.standardops.services.port.StoredProcess;

abstract class ProcessStoreContract extends DatabaseContract {

  private static final Instant CREATED = Instant.parse("2026-11-24T08:00:00.123456Z");
  private static final BusinessId GAMES = new BusinessId("games");
  private static final ProcessId ID = new ProcessId("p1");

  private final JpaProcessStore store;

  ProcessStoreContract(TestDatabase on) {
    super(on);
    store = new JpaProcessStore(on.tx(), on.database());
  }

  @Test
  void firstSavePublishesRevisionOne() {
    assertThat(store.create(process(ID, "CDN 预热", false, 0, CREATED), "first")).isTrue();

    StoredProcess found = store.find(ID).orElseThrow();
    assertThat(found).isEqualTo(stored("CDN 预热", 1, Optional.of(1), false, 0));
    assertThat(store.findRevision(ID, 1)).contains(found);
    assertThat(store.findDraft(ID)).isEmpty();
  }

  @Test
  void anIdIsTakenOnce() {
    store.create(process(ID, "one", false, 0, CREATED), "");

    assertThat(store.create(process(ID, "two", false, 0, CREATED), "")).isFalse();
    assertThat(store.find(ID)).map(p -> p.definition().name()).contains("one");
  }

  @Test
  void aDraftThatWasNeverPublishedIsWhatIsFound() {
    store.create(process(ID, "draft", true, 0, CREATED), "");

    assertThat(store.find(ID)).contains(stored("draft", 0, Optional.empty(), true, 0));
    assertThat(store.findDraft(ID)).isEqualTo(store.find(ID));
    assertThat(store.findRevision(ID, 0)).isEmpty();
  }

  @Test
  void aDraftStandsBesideThePublishedRevision() {
    store.create(process(ID, "published", false, 0, CREATED), "");

    assertThat(store.save(process(ID, "draft", true, 0, CREATED), ""))
        .contains(stored("draft", 1, Optional.of(1), true, 1));
    assertThat(store.save(process(ID, "second draft", true, 1, CREATED), "")).isPresent();

    assertThat(store.find(ID)).contains(stored("published", 1, Optional.of(1), false, 2));
    assertThat(store.findDraft(ID)).contains(stored("second draft", 1, Optional.of(1), true, 2));
    assertThat(list(Optional.empty(), Optional.empty()))
        .extracting(Summary::name)
        .containsExactly("published");
  }

  @Test
  void publishingMakesTheNextRevisionAndEndsTheDraft() {
    store.create(process(ID, "one", false, 0, CREATED), "");
    store.save(process(ID, "draft", true, 0, CREATED), "");

    Optional<StoredProcess> published = store.save(process(ID, "two", false, 1, CREATED), "why");

    assertThat(published).contains(stored("two", 2, Optional.of(2), false, 2));
    assertThat(store.find(ID)).isEqualTo(published);
    assertThat(store.findDraft(ID)).isEmpty();
    assertThat(store.findRevision(ID, 1)).map(p -> p.definition().name()).contains("one");
  }

  @Test
  void tellsWhoSavedWhichRevisionWhenAndWhy() {
    store.create(process(ID, "one", false, 0, CREATED), "first");
    store.save(process(ID, "two", false, 0, CREATED), "一个原因");
    store.save(process(ID, "three", false, 1, CREATED), "");
    store.save(process(ID, "draft", true, 2, CREATED), "in work");

    assertThat(Pages.all(2, page -> store.revisions(ID, page), () -> {}))
        .containsExactly(
            new Revision(3, "bob", CREATED.plusSeconds(60), ""),
            new Revision(2, "bob", CREATED.plusSeconds(60), "一个原因"),
            new Revision(1, "bob", CREATED.plusSeconds(60), "first"));
    assertThat(store.describe(ID, 2)).map(Revision::comment).contains("一个原因");
    assertThat(store.describe(ID, Revision.DRAFT)).map(Revision::comment).contains("in work");
    assertThat(store.describe(ID, 4)).isEmpty();
    assertThat(store.revisions(new ProcessId("other"), Pages.first(10)).items()).isEmpty();
  }

  @Test
  void savesAndDeletesOnlyTheVersionThatWasSeen() {
    store.create(process(ID, "one", false, 0, CREATED), "");

    assertThat(store.save(process(ID, "two", false, 5, CREATED), "")).isEmpty();
    assertThat(store.delete(ID, 5)).isFalse();
    assertThat(store.find(ID)).contains(stored("one", 1, Optional.of(1), false, 0));

    assertThat(store.delete(ID, 0)).isTrue();
    assertThat(store.find(ID)).isEmpty();
    assertThat(store.findRevision(ID, 1)).isEmpty();
  }

  @Test
  void listsNewestFirstAndFiltersByEachField() {
    for (int n = 1; n <= 5; n++) {
      store.create(
          process(new ProcessId("p" + n), "Name " + n + "%", false, 0, CREATED.plusSeconds(n / 2)),
          "");
    }

    assertThat(
            Pages.all(
                2,
                page ->
                    store.list(GAMES, Optional.empty(), Optional.empty(), Optional.empty(), page),
                () -> {}))
        .extracting(p -> p.id().value())
        .containsExactly("p5", "p4", "p3", "p2", "p1");
    assertThat(list(Optional.of(List.of(ID, new ProcessId("p3"))), Optional.empty()))
        .extracting(p -> p.id().value())
        .containsExactly("p3", "p1");
    assertThat(list(Optional.of(List.of()), Optional.empty())).isEmpty();
    assertThat(list(Optional.empty(), Optional.of("NAME 2%")))
        .extracting(p -> p.id().value())
        .containsExactly("p2");
    assertThat(list(Optional.empty(), Optional.of("a_e"))).isEmpty();
    assertThat(
            store
                .list(
                    GAMES,
                    Optional.empty(),
                    Optional.of(ProcessType.MIGRATION),
                    Optional.empty(),
                    Pages.first(10))
                .items())
        .isEmpty();
  }

  private List<Summary> list(Optional<List<ProcessId>> only, Optional<String> name) {
    Page<Summary> page =
        store.list(GAMES, only, Optional.of(ProcessType.PUBLISHING), name, Pages.first(10));
    return page.items();
  }

  @Test
  void isNotDeletedWhileATaskOfItIsMade() throws Exception {
    ProcessId id = Tasks.PROCESS;
    store.create(process(id, "one", false, 0, CREATED), "");
    JdbcJournalStore journal = new JdbcJournalStore(on.database());
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> deletion =
          store.whileThere(
              id,
              () -> {
                Future<Boolean> begun = thread.submit(() -> store.delete(id, 0));
                journal.commit(
                    Tasks.tasks(
                        journal.takeOver("this server"),
                        Tasks.created(Tasks.id(1), TaskRow.Heat.HOT)));
                return begun;
              });

      assertThatThrownBy(deletion::get).hasMessageContaining("meanwhile");
      assertThat(store.find(id)).isPresent();
    } finally {
      thread.shutdownNow();
      journal.close();
    }
  }

  @Test
  void noTaskIsMadeOfWhatIsDeleted() {
    store.create(process(ID, "one", false, 0, CREATED), "");
    store.delete(ID, 0);

    assertThatThrownBy(() -> store.whileThere(ID, () -> "made"))
        .isInstanceOfSatisfying(
            ProductException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  @Test
  void manyMayMakeTasksOfItAtOnce() {
    store.create(process(ID, "one", false, 0, CREATED), "");

    assertThat(store.<String>whileThere(ID, () -> store.whileThere(ID, () -> "made")))
        .isEqualTo("made");
  }

  private static StoredProcess stored(
      String name, int revision, Optional<Integer> published, boolean draft, long version) {
    StoredProcess process = process(ID, name, draft, version, CREATED);
    return new StoredProcess(
        ID,
        GAMES,
        revision,
        published,
        process.definition(),
        process.majors(),
        draft,
        process.createdBy(),
        process.createdAt(),
        process.updatedBy(),
        process.updatedAt(),
        version);
  }

  private static StoredProcess process(
      ProcessId id, String name, boolean draft, long version, Instant created) {
    Node node =
        new Node(
            "push",
            "Prefetch",
            "tencent-cdn-prefetch",
            Optional.empty(),
            TimingType.OPERATION_EXECUTION,
            true,
            Map.of("urls", "${urls}", "text", "a\u0000b"),
            Policy.DEFAULT,
            Map.of());
    ProcessDefinition definition =
        new ProcessDefinition(
            name,
            ProcessType.PUBLISHING,
            Optional.empty(),
            Optional.of(Duration.ofHours(1)),
            OnTimeout.NOTIFY,
            List.of(),
            List.of(new Step("s1", "Push", Step.Mode.SERIAL, Step.Start.AUTOMATIC, List.of(node))));
    return new StoredProcess(
        id,
        GAMES,
        0,
        Optional.empty(),
        definition,
        Map.of("push", 1),
        draft,
        "ann",
        created,
        "bob",
        CREATED.plusSeconds(60),
        version);
  }
}
