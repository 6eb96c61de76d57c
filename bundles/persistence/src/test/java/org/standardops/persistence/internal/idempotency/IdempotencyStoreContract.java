package org.standardops.persistence.internal.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.services.port.IdempotencyStore.Answer;
import org.standardops.services.port.IdempotencyStore.Entry;

abstract class IdempotencyStoreContract extends DatabaseContract {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123456Z");

  private final JpaIdempotencyStore store;

  IdempotencyStoreContract(TestDatabase on) {
    super(on);
    store = new JpaIdempotencyStore(on.tx());
  }

  @Test
  void tellsWhatAKeyWasReservedFor() {
    assertThat(store.reserve(entry("k", "t1", NOW))).isEmpty();

    assertThat(store.reserve(entry("k", "t2", NOW))).contains(entry("k", "t1", NOW));
    assertThat(store.reserve(entry("other", "t3", NOW))).isEmpty();
  }

  @Test
  void givesTheAnswerAgain() {
    store.reserve(entry("k", "t1", NOW));
    byte[] body = {'{', 0, '}'};
    store.answer("ann", "k", new Answer(201, "/api/v1/tasks/t1", "\"1\"", body));

    Answer answer = store.reserve(entry("k", "t2", NOW)).flatMap(Entry::answer).orElseThrow();

    assertThat(answer)
        .usingRecursiveComparison()
        .isEqualTo(new Answer(201, "/api/v1/tasks/t1", "\"1\"", body));
  }

  @Test
  void aReleasedKeyIsFree() {
    store.reserve(entry("k", "t1", NOW));
    store.release("ann", "k");

    assertThat(store.reserve(entry("k", "t2", NOW))).isEmpty();
  }

  @Test
  void aKeyIsFreeAgainAfterADay() {
    store.reserve(entry("k", "t1", NOW));

    assertThat(store.reserve(entry("k", "t2", NOW.plus(Duration.ofHours(24))))).isPresent();
    assertThat(store.reserve(entry("k", "t2", NOW.plus(Duration.ofHours(24)).plusMillis(1))))
        .isEmpty();
  }

  @Test
  void ofManyAtOnceOneReserves() throws Exception {
    int callers = 4;
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    CyclicBarrier together = new CyclicBarrier(callers);
    try {
      for (int round = 0; round < 10; round++) {
        String key = "k" + round;
        Callable<Optional<Entry>> reserve =
            () -> {
              together.await();
              return store.reserve(entry(key, Thread.currentThread().getName(), NOW));
            };
        List<Future<Optional<Entry>>> answers =
            threads.invokeAll(List.of(reserve, reserve, reserve, reserve));
        long reserved = 0;
        for (Future<Optional<Entry>> answer : answers) {
          reserved += answer.get().isEmpty() ? 1 : 0;
        }
        assertThat(reserved).isEqualTo(1);
      }
    } finally {
      threads.shutdown();
    }
  }

  private static Entry entry(String key, String resource, Instant at) {
    return new Entry("ann", key, "00ff", resource, at, Optional.empty());
  }
}
