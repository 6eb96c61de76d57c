package org.standardops.persistence.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.engine.port.AuditRecord;
import org.standardops.engine.port.AuditRecord.Outcome;
import org.standardops.engine.port.CommitBatch;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.Pages;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.persistence.internal.journal.JdbcJournalStore;
import org.standardops.services.port.AuditStore;
import org.standardops.services.port.AuditStore.Filter;

abstract class AuditStoreContract extends DatabaseContract {

  /** So long ago that the database lets go of it between the tests. */
  private static final Instant AT = Instant.parse("2024-11-24T08:00:00.123456Z");

  private static final Filter ALL =
      new Filter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final AuditStore store;

  AuditStoreContract(TestDatabase on) {
    super(on);
    store = new JdbcAuditStore(on.database());
  }

  private static AuditRecord record(int n, String who, String operation, String business) {
    return new AuditRecord(
        "id" + n,
        AT.plusSeconds(n / 2),
        who,
        "BUSINESS_ADMIN",
        "10.0.0.1",
        operation,
        "/processes/p1",
        Optional.of(business).filter(id -> !id.isEmpty()).map(BusinessId::new),
        n % 2 == 0 ? Outcome.DONE : Outcome.REFUSED,
        Optional.empty(),
        Optional.of("{\"名\": " + n + "}"));
  }

  private List<String> ids(Filter filter) {
    return store.list(filter, new Page.Request(50, Optional.empty())).items().stream()
        .map(AuditRecord::id)
        .toList();
  }

  @Test
  void readsWhatWasAdded() {
    AuditRecord record = record(2, "ann", "SET_SECRET", "");
    store.add(record);

    assertThat(store.list(ALL, new Page.Request(50, Optional.empty())).items())
        .containsExactly(record);
    assertThat(store.latest("/processes/p1")).contains(record);
    assertThat(store.latest("/processes/p2")).isEmpty();
  }

  @Test
  void theLatestIsTheLastThatWasDone() {
    for (int n = 1; n <= 5; n++) {
      store.add(record(n, "ann", "X", "b1"));
    }

    assertThat(store.latest("/processes/p1")).map(AuditRecord::id).contains("id4");
  }

  @Test
  void filtersByEveryField() {
    store.add(record(1, "ann", "A", "b1"));
    store.add(record(2, "bob", "B", "b1"));
    store.add(record(4, "ann", "B", "b2"));

    assertThat(ids(new Filter(Optional.of("ann"), none(), none(), none(), none())))
        .containsExactly("id4", "id1");
    assertThat(ids(new Filter(none(), Optional.of("B"), none(), none(), none())))
        .containsExactly("id4", "id2");
    assertThat(ids(new Filter(none(), Optional.of("/processes/p1"), none(), none(), none())))
        .hasSize(3);
    assertThat(ids(new Filter(none(), none(), Optional.of(new BusinessId("b1")), none(), none())))
        .containsExactly("id2", "id1");
    assertThat(
            ids(
                new Filter(
                    none(),
                    none(),
                    none(),
                    Optional.of(AT.plusSeconds(1)),
                    Optional.of(AT.plusSeconds(2)))))
        .containsExactly("id2");
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  @Test
  void pagesNewestFirst() {
    for (int n = 1; n <= 5; n++) {
      store.add(record(n, "ann", "X", "b1"));
    }

    assertThat(Pages.all(2, page -> store.list(ALL, page), () -> {}))
        .extracting(AuditRecord::id)
        .containsExactly("id5", "id4", "id3", "id2", "id1");
  }

  @Test
  void theOldestAreRemovedByTheirAge() {
    for (int n = 1; n <= 5; n++) {
      store.add(record(n, "ann", "X", "b1"));
    }

    assertThat(store.remove(AT.plusSeconds(2), 2)).isEqualTo(2);
    assertThat(store.remove(AT.plusSeconds(2), 2)).isEqualTo(1);

    assertThat(ids(ALL)).containsExactly("id5", "id4");
  }

  @Test
  void theEngineAddsRecordsInItsOwnTransaction() {
    JdbcJournalStore journal = new JdbcJournalStore(on.database());
    Map<Integer, Long> epochs = journal.takeOver("test");

    journal.commit(
        new CommitBatch(
            Map.of(1, epochs.get(1)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(record(1, "ann", "START_TASK", "b1"))));
    journal.close();

    assertThat(ids(ALL)).containsExactly("id1");
  }
}
