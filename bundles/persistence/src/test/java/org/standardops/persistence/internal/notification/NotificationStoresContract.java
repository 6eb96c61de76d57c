package org.standardops.persistence.internal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.standardops.engine.port.CommitBatch;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.Notify;
import org.standardops.model.task.Notice;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.persistence.internal.journal.JdbcJournalStore;
import org.standardops.persistence.internal.journal.Tasks;
import org.standardops.services.port.ChannelStore.StoredChannel;
import org.standardops.services.port.DeliveryStore.Address;
import org.standardops.services.port.DeliveryStore.Delivery;
import org.standardops.services.port.DeliveryStore.Filter;
import org.standardops.services.port.DeliveryStore.State;

abstract class NotificationStoresContract extends DatabaseContract {

  private static final TaskId TASK = Tasks.id(1);
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Notice NOTICE = notice(TASK);
  private static final Address ANN = new Address("ann", Notify.Channel.EMAIL);
  private static final Filter ALL =
      new Filter(Optional.empty(), Optional.empty(), Optional.empty());

  private final JdbcJournalStore journal;
  private final JdbcDeliveryStore store;
  private final JdbcChannelStore channels;
  private Map<Integer, Long> epochs = Map.of();

  NotificationStoresContract(TestDatabase on) {
    super(on);
    journal = new JdbcJournalStore(on.database());
    store = new JdbcDeliveryStore(on.database());
    channels = new JdbcChannelStore(on.database());
  }

  @BeforeEach
  void takeOver() {
    epochs = journal.takeOver("here");
  }

  @Test
  void theOutboxHasWhatWasCommittedWithTheRows() {
    commit(NOTICE);

    assertThat(store.outbox(10)).containsExactly(NOTICE);
    assertThat(journal.read(TASK, 0, 10)).hasSize(1);
  }

  @Test
  void aNoticeBecomesDeliveriesOnce() {
    commit(NOTICE);

    assertThat(store.address(NOTICE, List.of(ANN), NOW)).isTrue();

    assertThat(store.address(NOTICE, List.of(ANN), NOW)).isFalse();
    assertThat(store.outbox(10)).isEmpty();
    assertThat(store.list(ALL, first(10)).items())
        .extracting(Delivery::person, Delivery::notice, Delivery::state)
        .containsExactly(tuple("ann", NOTICE, State.PENDING));
  }

  @Test
  void aDeliveryIsClaimedByOne() {
    Delivery due = due();

    assertThat(store.claim(due, NOW.plusSeconds(60))).isTrue();

    assertThat(store.claim(due, NOW.plusSeconds(60))).isFalse();
    assertThat(store.due(Notify.Channel.EMAIL, NOW.plusSeconds(59), 10)).isEmpty();
    assertThat(store.due(Notify.Channel.EMAIL, NOW.plusSeconds(60), 10)).hasSize(1);
  }

  @Test
  void aFailedAttemptComesAgainAndASentOneDoesNot() {
    Delivery first = due();
    store.claim(first, NOW.plusSeconds(60));
    store.failed(first, Optional.of(NOW.plusSeconds(10)), "refused");

    Delivery second = store.due(Notify.Channel.EMAIL, NOW.plusSeconds(10), 10).get(0);
    assertThat(second.attempts()).isEqualTo(1);
    assertThat(second.lastError()).contains("refused");
    store.claim(second, NOW.plusSeconds(60));
    store.sent(second, NOW.plusSeconds(11));

    assertThat(store.due(Notify.Channel.EMAIL, NOW.plus(Duration.ofDays(9)), 10)).isEmpty();
    Delivery sent = store.list(ALL, first(10)).items().get(0);
    assertThat(sent.state()).isEqualTo(State.SENT);
    assertThat(sent.sentAt()).contains(NOW.plusSeconds(11));
    assertThat(sent.lastError()).isEmpty();
  }

  @Test
  void anAttemptThatWasClaimedAgainMeanwhileSettlesNothing() {
    Delivery first = due();
    store.claim(first, NOW.plusSeconds(60));
    Delivery second = store.due(Notify.Channel.EMAIL, NOW.plusSeconds(60), 10).get(0);
    store.claim(second, NOW.plusSeconds(120));

    store.failed(first, Optional.empty(), "late");

    assertThat(store.list(ALL, first(10)).items().get(0).state()).isEqualTo(State.PENDING);
  }

  @Test
  void listsByTaskAndStateInPages() {
    commit(NOTICE);
    store.address(NOTICE, List.of(ANN, ANN, ANN), NOW);
    Notice other = notice(Tasks.id(2));
    commit(other);
    store.address(other, List.of(ANN), NOW);

    Filter pendingOfTask =
        new Filter(Optional.empty(), Optional.of(TASK), Optional.of(State.PENDING));
    Page<Delivery> page = store.list(pendingOfTask, first(2));
    Page<Delivery> rest = store.list(pendingOfTask, new Page.Request(2, page.nextCursor()));

    assertThat(page.items()).hasSize(2);
    assertThat(rest.items()).hasSize(1);
    assertThat(rest.nextCursor()).isEmpty();
    assertThat(
            store
                .list(
                    new Filter(Optional.empty(), Optional.empty(), Optional.of(State.SENT)),
                    first(9))
                .items())
        .isEmpty();
  }

  @Test
  void listsThoseOfABusiness() {
    due();

    assertThat(store.list(ofBusiness("web"), first(9)).items()).hasSize(1);
    assertThat(store.list(ofBusiness("other"), first(9)).items()).isEmpty();
  }

  private static Filter ofBusiness(String id) {
    return new Filter(Optional.of(new BusinessId(id)), Optional.empty(), Optional.empty());
  }

  @Test
  void whatIsSettledGoesWithAgeAndWhatIsPendingStays() {
    commit(NOTICE);
    store.address(NOTICE, List.of(ANN, ANN, ANN), NOW);
    List<Delivery> due = store.due(Notify.Channel.EMAIL, NOW, 10);
    store.claim(due.get(0), NOW.plusSeconds(60));
    store.sent(due.get(0), NOW);
    store.claim(due.get(1), NOW.plusSeconds(60));
    store.failed(due.get(1), Optional.empty(), "refused");

    assertThat(store.removeSettled(NOW, 10)).isZero();
    assertThat(store.removeSettled(NOW.plusSeconds(1), 1)).isEqualTo(1);
    assertThat(store.removeSettled(NOW.plusSeconds(1), 10)).isEqualTo(1);

    assertThat(store.list(ALL, first(9)).items())
        .extracting(Delivery::state)
        .containsExactly(State.PENDING);
  }

  @Test
  void aChannelIsReplacedByWhoeverKnowsItsVersion() {
    StoredChannel none = new StoredChannel(Notify.Channel.EMAIL, true, new byte[] {1}, 0);
    assertThat(channels.find(Notify.Channel.EMAIL)).isEmpty();

    assertThat(channels.replace(none)).isTrue();
    assertThat(channels.replace(none)).isFalse();
    StoredChannel first = channels.find(Notify.Channel.EMAIL).orElseThrow();
    assertThat(first.version()).isEqualTo(1);
    assertThat(first.enabled()).isTrue();
    StoredChannel off = new StoredChannel(Notify.Channel.EMAIL, false, new byte[] {2}, 1);
    assertThat(channels.replace(off)).isTrue();
    assertThat(channels.replace(off)).isFalse();

    assertThat(channels.find(Notify.Channel.EMAIL).orElseThrow().settings()).containsExactly(2);
  }

  private static Page.Request first(int limit) {
    return new Page.Request(limit, Optional.empty());
  }

  private Delivery due() {
    commit(NOTICE);
    store.address(NOTICE, List.of(ANN), NOW);
    return store.due(Notify.Channel.EMAIL, NOW, 10).get(0);
  }

  private void commit(Notice notice) {
    int shard = notice.task().shard();
    journal.commit(
        new CommitBatch(
            Map.of(shard, epochs.get(shard)),
            List.of(Tasks.event(notice.task(), notice.seq())),
            List.of(),
            List.of(),
            List.of(notice),
            List.of()));
  }

  private static Notice notice(TaskId task) {
    return new Notice(
        task,
        1,
        Notice.Why.FAILED,
        NOW,
        new BusinessId("web"),
        new ProcessId("p1"),
        "CDN Prefetch",
        "CDN Prefetch_1",
        "ann",
        Optional.of("ann"),
        Optional.of(NOW.minusSeconds(5)),
        Optional.empty(),
        List.of(new Notice.Concerned("push", "Push", "Quota used up.")),
        List.of(),
        new Notify(
            List.of(Notify.On.FAILURE),
            List.of(Notify.Channel.EMAIL),
            List.of("ann"),
            List.of(Notify.Role.BUSINESS_ADMIN),
            true),
        Optional.empty());
  }
}
