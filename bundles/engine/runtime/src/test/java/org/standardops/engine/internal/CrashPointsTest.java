package org.standardops.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.standardops.engine.internal.TestEngine.node;
import static org.standardops.engine.internal.TestEngine.parallel;
import static org.standardops.engine.internal.TestEngine.serial;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.standardops.atom.Atom;
import org.standardops.atom.Call;
import org.standardops.atom.Outcome;
import org.standardops.atom.Recovery;
import org.standardops.atom.Search;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.FencedException;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;

/**
 * One task with an atom of each recovery class, crashed before and after each of its commits. What
 * is asserted is read from the ledger of the outside, not from the engine.
 */
class CrashPointsTest {

  /** More than the task has commits, so that the last runs are without a crash. */
  private static final int COMMITS = 8;

  /** As many as it has at least, however its answers gather. */
  private static final int SURE_COMMITS = 4;

  private final Map<String, Integer> ledger = new ConcurrentHashMap<>();
  private final AtomicInteger commits = new AtomicInteger();

  /** A call holds it to read: so a crash falls between what calls do, and the dead do nothing. */
  private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();

  private volatile int generation;

  record Crash(int commit, boolean written) {}

  static Stream<Crash> crashes() {
    return Stream.iterate(1, n -> n <= COMMITS, n -> n + 1)
        .flatMap(n -> Stream.of(new Crash(n, false), new Crash(n, true)));
  }

  @ParameterizedTest
  @MethodSource("crashes")
  void noIntentIsActedOnTwiceAndNoNodeIsLost(Crash crash) {
    TestEngine test = new TestEngine();
    test.clock.advance(Duration.ofSeconds(crash.commit()));
    test.store.beforeCommit = batch -> crashAt(test, crash, false);
    test.store.afterCommit = batch -> crashAt(test, crash, true);
    bootGeneration(test);
    TaskPlan plan =
        test.plan(
            serial("s1", node("u", "unknown")),
            parallel("s2", node("r", "rerun"), node("t", "reattach")));
    test.engine.create(plan, true, TestEngine.ANN);

    await().atMost(Duration.ofSeconds(20)).until(() -> isOver(test, plan));

    TaskState end = test.state(plan.id());
    assertThat(ledger.getOrDefault("unknown", 0)).isLessThanOrEqualTo(1);
    assertThat(generation).isEqualTo(crash.commit() <= SURE_COMMITS ? 1 : generation);
    assertThat(end.nodes().get("u").status()).isIn(NodeStatus.SUCCEEDED, NodeStatus.UNKNOWN);
    if (end.status() == TaskStatus.SUCCEEDED) {
      assertThat(ledger).containsEntry("unknown", 1).containsEntry("reattach", 1);
      assertThat(ledger.keySet())
          .isEqualTo(Set.of("unknown", "reattach", "rerun " + IntentKey.of(plan.id(), "r", 1)));
    }
    test.close();
  }

  /** Asked again and again, as a client would whose answer was lost. */
  private boolean isOver(TestEngine test, TaskPlan plan) {
    if (!test.engine.health().ready()) {
      if (!test.engine.health().problems().isEmpty()) {
        bootGeneration(test);
      }
      return false;
    }
    test.engine.create(plan, true, TestEngine.ANN);
    test.advance(Duration.ofSeconds(5));
    var state = TestEngine.get(test.engine.find(plan.id()).toCompletableFuture());
    return state.isPresent()
        && (state.get().status() == TaskStatus.SUCCEEDED
            || state.get().status() == TaskStatus.FAILED);
  }

  private void crashAt(TestEngine test, Crash crash, boolean written) {
    int commit = written ? commits.get() : commits.incrementAndGet();
    if (commit == crash.commit() && written == crash.written()) {
      life.writeLock().lock();
      try {
        generation++;
        test.crash();
      } finally {
        life.writeLock().unlock();
      }
      throw new FencedException("crashed", null);
    }
  }

  private void bootGeneration(TestEngine test) {
    int mine = generation;
    test.atoms.add("unknown", Recovery.UNKNOWN, alive(mine, call -> act("unknown")));
    test.atoms.add("rerun", Recovery.RERUN, alive(mine, call -> act("rerun " + call.intentKey())));
    test.atoms.add("reattach", Recovery.REATTACH, alive(mine, call -> begin()));
    test.start();
  }

  private Outcome act(String what) {
    ledger.merge(what, 1, Integer::sum);
    return new Outcome.Succeeded(Map.of());
  }

  private Outcome begin() {
    ledger.merge("reattach", 1, Integer::sum);
    return new Outcome.Poll(Duration.ofSeconds(3), Map.of("job", 1), "job");
  }

  private Atom alive(int mine, Atom atom) {
    return new Atom() {
      @Override
      public Outcome start(Call call) throws Exception {
        life.readLock().lock();
        try {
          if (mine != generation) {
            throw new IllegalStateException("The engine of this call is dead.");
          }
          return atom.start(call);
        } finally {
          life.readLock().unlock();
        }
      }

      @Override
      public Search find(Call call) {
        return ledger.containsKey("reattach")
            ? new Search.Found(Map.of("job", 1))
            : new Search.NotFound();
      }

      @Override
      public Outcome poll(Call call, Map<String, Object> handle) {
        return new Outcome.Succeeded(Map.of());
      }
    };
  }
}
