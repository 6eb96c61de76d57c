package org.standardops.persistence.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.standardops.persistence.internal.journal.Tasks.batch;
import static org.standardops.persistence.internal.journal.Tasks.changed;
import static org.standardops.persistence.internal.journal.Tasks.created;
import static org.standardops.persistence.internal.journal.Tasks.event;
import static org.standardops.persistence.internal.journal.Tasks.id;
import static org.standardops.persistence.internal.journal.Tasks.parked;
import static org.standardops.persistence.internal.journal.Tasks.plan;
import static org.standardops.persistence.internal.journal.Tasks.rows;
import static org.standardops.persistence.internal.journal.Tasks.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.standardops.engine.port.CommitBatch;
import org.standardops.engine.port.CommitBatch.CallbackKey;
import org.standardops.engine.port.FencedException;
import org.standardops.engine.port.JournalRow;
import org.standardops.engine.port.JournalStore.CallbackTarget;
import org.standardops.engine.port.JournalStore.StoredTask;
import org.standardops.engine.port.RejectedException;
import org.standardops.engine.port.TaskRow;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskStatus;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;

/** What the engine relies on, whatever the database. */
abstract class JournalStoreContract extends DatabaseContract {

  private static final TaskId TASK = id(1);

  private final JdbcJournalStore store;
  private Map<Integer, Long> epochs = Map.of();

  JournalStoreContract(TestDatabase on) {
    super(on);
    store = new JdbcJournalStore(on.database());
  }

  @BeforeEach
  void takeOver() {
    epochs = store.takeOver("this server");
  }

  @AfterAll
  void closeStore() {
    store.close();
  }

  @Test
  void takeOverRaisesTheEpochOfEveryShard() {
    Map<Integer, Long> raised = store.takeOver("another server");

    assertThat(raised).hasSize(256);
    epochs.forEach((shard, epoch) -> assertThat(raised).containsEntry(shard, epoch + 1));
  }

  @Test
  void readsBackInOrderWhatWasCommitted() {
    store.commit(rows(epochs, event(TASK, 1), event(id(2), 1), event(TASK, 2), event(TASK, 3)));

    assertThat(store.read(TASK, 0, 10)).extracting(JournalRow::seq).containsExactly(1, 2, 3);
    assertThat(store.read(TASK, 1, 1))
        .singleElement()
        .usingRecursiveComparison()
        .isEqualTo(event(TASK, 2));
  }

  @Test
  void oldEpochWritesNothing() {
    Map<Integer, Long> old = epochs;
    store.takeOver("another server");

    assertThatThrownBy(
            () ->
                store.commit(batch(old, List.of(event(TASK, 1)), List.of(created(TASK, Heat.HOT)))))
        .isInstanceOf(FencedException.class);
    assertThatThrownBy(() -> store.commit(rows(old, event(TASK, 1))))
        .isInstanceOf(FencedException.class);
    assertThatThrownBy(() -> store.commit(tasks(old, created(TASK, Heat.HOT))))
        .isInstanceOf(FencedException.class);

    assertThat(store.read(TASK, 0, 10)).isEmpty();
    assertThat(store.load(List.of(TASK))).isEmpty();
  }

  @Test
  void oneOldEpochAmongManyFencesTheWholeBatch() {
    List<TaskId> many = new ArrayList<>();
    for (int n = 0; n < 40; n++) {
      many.add(id(n));
    }
    Map<Integer, Long> oneOld = new HashMap<>(epochs);
    oneOld.merge(many.get(20).shard(), -1L, Long::sum);
    JournalRow[] events = many.stream().map(task -> event(task, 1)).toArray(JournalRow[]::new);

    assertThatThrownBy(() -> store.commit(rows(oneOld, events)))
        .isInstanceOf(FencedException.class);
    assertThat(many).allSatisfy(task -> assertThat(store.read(task, 0, 1)).isEmpty());

    store.commit(rows(epochs, events));
    assertThat(many).allSatisfy(task -> assertThat(store.read(task, 0, 1)).hasSize(1));
  }

  @Test
  void refusesRowsWhoseShardHasNoEpoch() {
    CommitBatch unfenced =
        new CommitBatch(
            Map.of((TASK.shard() + 1) % 256, 1L),
            List.of(event(TASK, 1)),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    assertThatThrownBy(() -> store.commit(unfenced)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsWrittenByTheOldServerAfterATakeOver() throws Exception {
    JdbcJournalStore old = new JdbcJournalStore(on.database());
    Map<Integer, Long> oldEpochs = epochs;
    CountDownLatch writing = new CountDownLatch(20);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> oldServer =
          thread.submit(
              () -> {
                for (int seq = 1; ; seq++) {
                  try {
                    old.commit(rows(oldEpochs, event(TASK, seq)));
                  } catch (FencedException e) {
                    return seq - 1;
                  }
                  writing.countDown();
                }
              });
      writing.await();
      store.takeOver("another server");
      int seen = store.read(TASK, 0, Integer.MAX_VALUE).size();

      assertThat(oldServer.get()).isEqualTo(seen);
      assertThat(store.read(TASK, 0, Integer.MAX_VALUE)).hasSize(seen);
    } finally {
      thread.shutdown();
      old.close();
    }
  }

  @Test
  void secondWriteOfARowIsRejectedWithItsWholeBatch() {
    store.commit(rows(epochs, event(TASK, 1)));

    assertThatThrownBy(() -> store.commit(rows(epochs, event(id(2), 1), event(TASK, 1))))
        .isInstanceOf(RejectedException.class);
    assertThatThrownBy(
            () ->
                store.commit(
                    batch(epochs, List.of(event(TASK, 1)), List.of(created(id(2), Heat.HOT)))))
        .isInstanceOf(RejectedException.class);

    assertThat(store.read(id(2), 0, 1)).isEmpty();
    assertThat(store.load(List.of(id(2)))).isEmpty();
  }

  @Test
  void writesOnAfterARejectedBatch() {
    TaskRow tooLong =
        created(
            plan(TASK, new ProcessId("p"), "x".repeat(2000), "ann", Tasks.CREATED),
            TaskStatus.CREATED,
            Heat.HOT);
    assertThatThrownBy(
            () ->
                store.commit(
                    batch(
                        epochs,
                        List.of(event(TASK, 1)),
                        List.of(created(id(2), Heat.HOT), tooLong))))
        .isInstanceOf(RejectedException.class);

    store.commit(batch(epochs, List.of(event(id(3), 1)), List.of(created(id(3), Heat.HOT))));

    assertThat(store.load(List.of(TASK, id(2), id(3)))).containsOnlyKeys(id(3));
  }

  @Test
  void keepsEventsOfAnyBytesAndOfAMebibyte() {
    byte[] everyByte = new byte[256];
    for (int i = 0; i < everyByte.length; i++) {
      everyByte[i] = (byte) i;
    }
    List<byte[]> events =
        List.of(everyByte, random(0), random(32_672), random(32_673), random(1 << 20));
    for (int i = 0; i < events.size(); i++) {
      store.commit(rows(epochs, event(TASK, i + 1, events.get(i))));
    }

    List<JournalRow> read = store.read(TASK, 0, 10);

    assertThat(read).hasSameSizeAs(events);
    for (int i = 0; i < events.size(); i++) {
      assertThat(Arrays.equals(read.get(i).data(), events.get(i))).as("event %s", i + 1).isTrue();
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @Test
  void loadsRowsThatFollowTheSnapshot() {
    byte[] state = random(100_000);
    store.commit(
        batch(
            epochs,
            List.of(event(TASK, 1), event(TASK, 2)),
            List.of(
                created(TASK, Heat.HOT), parked(TASK, 2, Optional.empty(), Optional.of(state)))));
    store.commit(rows(epochs, event(TASK, 3), event(TASK, 4)));

    StoredTask stored = store.load(List.of(TASK)).get(TASK);

    assertThat(stored.snapshot()).hasValueSatisfying(kept -> assertThat(kept).isEqualTo(state));
    assertThat(stored.snapshotSeq()).isEqualTo(2);
    assertThat(stored.rows()).extracting(JournalRow::seq).containsExactly(3, 4);
  }

  @Test
  void keepsTheSnapshotWhereAChangeBringsNone() {
    byte[] state = {1, 2, 3};
    store.commit(tasks(epochs, created(TASK, Heat.HOT)));
    store.commit(tasks(epochs, parked(TASK, 2, Optional.empty(), Optional.of(state))));
    store.commit(
        tasks(
            epochs,
            changed(TASK, 5, TaskStatus.RUNNING, Heat.HOT, Optional.empty(), Optional.empty())));

    StoredTask stored = store.load(List.of(TASK)).get(TASK);

    assertThat(stored.snapshot()).hasValueSatisfying(kept -> assertThat(kept).isEqualTo(state));
    assertThat(stored.snapshotSeq()).isEqualTo(2);
  }

  @Test
  void writesTheLastOfSeveralChangesOfATask() {
    byte[] state = {1, 2, 3};
    store.commit(
        tasks(
            epochs,
            created(TASK, Heat.HOT),
            parked(TASK, 2, Optional.empty(), Optional.of(state)),
            changed(TASK, 3, TaskStatus.RUNNING, Heat.HOT, Optional.empty(), Optional.empty())));

    StoredTask stored = store.load(List.of(TASK)).get(TASK);

    assertThat(stored.snapshotSeq()).isZero();
    assertThat(stored.snapshot()).isEmpty();
    assertThat(store.of(Heat.HOT, Optional.empty(), 10)).containsExactly(TASK);
  }

  @Test
  void loadsManyTasksAtOnce() {
    List<TaskId> many = new ArrayList<>();
    List<TaskRow> created = new ArrayList<>();
    List<JournalRow> events = new ArrayList<>();
    for (int n = 1; n <= 300; n++) {
      many.add(id(n));
      created.add(created(id(n), Heat.HOT));
      events.add(event(id(n), 1));
    }
    store.commit(batch(epochs, events, created));

    Map<TaskId, StoredTask> loaded = store.load(many);

    assertThat(loaded).containsOnlyKeys(many);
    assertThat(loaded.values()).allSatisfy(task -> assertThat(task.rows()).hasSize(1));
  }

  @Test
  void changeOfATaskThatWasNeverWrittenIsRejected() {
    assertThatThrownBy(
            () -> store.commit(tasks(epochs, parked(TASK, 2, Optional.empty(), Optional.empty()))))
        .isInstanceOf(RejectedException.class);
  }

  @Test
  void tellsHotTasksById() {
    store.commit(
        tasks(
            epochs,
            created(id(3), Heat.HOT),
            created(id(1), Heat.HOT),
            created(id(2), Heat.PARKED),
            created(id(4), Heat.HOT)));

    assertThat(store.of(Heat.HOT, Optional.empty(), 2)).containsExactly(id(1), id(3));
    assertThat(store.of(Heat.HOT, Optional.of(id(3)), 2)).containsExactly(id(4));
  }

  @Test
  void tellsQueuedTasksAndThoseThatAwaitAnAtomById() {
    store.commit(
        tasks(
            epochs,
            created(id(3), Heat.QUEUED),
            created(id(1), Heat.AWAITING_ATOM),
            created(id(2), Heat.QUEUED)));
    store.commit(
        tasks(
            epochs,
            changed(
                id(1),
                2,
                TaskStatus.RUNNING,
                Heat.AWAITING_ATOM,
                Optional.of(Tasks.CREATED),
                Optional.empty())));

    assertThat(store.of(Heat.QUEUED, Optional.empty(), 10)).containsExactly(id(2), id(3));
    assertThat(store.of(Heat.AWAITING_ATOM, Optional.empty(), 10)).containsExactly(id(1));
    assertThat(store.due(Tasks.CREATED.plusSeconds(1), 10)).containsExactly(id(1));
    assertThat(store.load(List.of(id(1), id(2))))
        .hasEntrySatisfying(id(1), of -> assertThat(of.heat()).isEqualTo(Heat.AWAITING_ATOM))
        .hasEntrySatisfying(id(2), of -> assertThat(of.heat()).isEqualTo(Heat.QUEUED));
  }

  @Test
  void tellsParkedTasksThatAreDueSoonestFirst() {
    Instant now = Tasks.CREATED;
    store.commit(
        tasks(
            epochs,
            created(id(1), Heat.HOT),
            created(id(2), Heat.HOT),
            created(id(3), Heat.HOT),
            created(id(4), Heat.HOT)));
    store.commit(
        tasks(
            epochs,
            parked(id(1), 2, Optional.of(now.plusSeconds(3)), Optional.empty()),
            parked(id(2), 2, Optional.of(now.plusSeconds(1)), Optional.empty()),
            parked(id(3), 2, Optional.of(now.plusSeconds(9)), Optional.empty()),
            parked(id(4), 2, Optional.empty(), Optional.empty())));

    assertThat(store.due(now.plusSeconds(9), 10)).containsExactly(id(2), id(1));
    assertThat(store.due(now.plusSeconds(9), 1)).containsExactly(id(2));
  }

  @Test
  void finalTasksAreNeitherHotNorDue() {
    store.commit(tasks(epochs, created(TASK, Heat.HOT)));
    store.commit(
        tasks(
            epochs,
            changed(
                TASK,
                9,
                TaskStatus.SUCCEEDED,
                Heat.FINAL,
                Optional.of(Tasks.CREATED),
                Optional.empty())));

    assertThat(store.of(Heat.HOT, Optional.empty(), 10)).isEmpty();
    assertThat(store.due(Instant.parse("2100-01-01T00:00:00Z"), 10)).isEmpty();
  }

  @Test
  void findsWhatACallbackKeyWasGivenOutFor() {
    byte[] hash = random(32);
    store.commit(
        new CommitBatch(
            Map.of(TASK.shard(), epochs.get(TASK.shard())),
            List.of(event(TASK, 1)),
            List.of(),
            List.of(new CallbackKey(hash, TASK, "push", 2)),
            List.of(),
            List.of()));

    assertThat(store.findCallback(hash)).contains(new CallbackTarget(TASK, "push", 2));
    assertThat(store.findCallback(random(31))).isEmpty();
  }

  @Test
  void tellsWhetherARowIsThere() {
    store.commit(rows(epochs, event(TASK, 1)));
    int shard = TASK.shard();
    long epoch = epochs.get(shard);

    assertThat(store.isCommitted(TASK, 1, shard, epoch)).isTrue();
    assertThat(store.isCommitted(TASK, 2, shard, epoch)).isFalse();
    assertThatThrownBy(() -> store.isCommitted(TASK, 1, shard, epoch - 1))
        .isInstanceOf(FencedException.class);
  }
}
