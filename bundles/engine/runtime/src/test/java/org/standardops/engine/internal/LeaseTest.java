package org.standardops.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.standardops.engine.core.TaskMachine;
import org.standardops.engine.core.TaskState;

class LeaseTest {

  private final TestEngine test = new TestEngine();
  private final TaskState state =
      TaskMachine.create(test.plan(), false, "ann", test.clock.instant()).state();

  @Test
  void aYoungCheckIsEnough() throws InterruptedException {
    Lease lease = new Lease(test.store, Duration.ofHours(1));
    lease.taken(test.store.takeOver("me"));
    test.store.takeOver("another");

    assertThat(lease.holds(state)).isTrue();
  }

  @Test
  void anOldCheckIsMadeAgainAndMayBeLost() throws InterruptedException {
    Lease lease = new Lease(test.store, Duration.ZERO);
    lease.taken(test.store.takeOver("me"));
    assertThat(lease.holds(state)).isTrue();

    test.store.takeOver("another");

    assertThat(lease.holds(state)).isFalse();
    assertThat(lease.isLost()).isTrue();
  }

  @Test
  void noCallBeginsWhileTheDatabaseIsAway() {
    Lease lease = new Lease(test.store, Duration.ZERO);
    lease.taken(test.store.takeOver("me"));
    test.store.away = true;
    CompletableFuture<Boolean> holds =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return lease.holds(state);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(holds).isNotDone();

    test.store.away = false;

    Awaitility.await().untilAsserted(() -> assertThat(holds).isCompletedWithValue(true));
  }
}
