package org.standardops.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.standardops.engine.internal.TestEngine.node;
import static org.standardops.engine.internal.TestEngine.serial;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Atom;
import org.standardops.atom.Call;
import org.standardops.atom.Outcome;
import org.standardops.atom.Recovery;
import org.standardops.atom.Search;
import org.standardops.engine.core.Command;
import org.standardops.model.TaskId;
import org.standardops.model.process.Policy;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskStatus;

/** The engine is dropped at some point, and a new one goes on from the bytes. */
class CrashTest {

  private final TestEngine test = TestEngine.booted();
  private final CountDownLatch forever = new CountDownLatch(1);

  @AfterEach
  void stop() {
    forever.countDown();
    test.close();
  }

  /** The outside: what reached it, in order; the first call never gets its answer. */
  private final class Outside implements Atom {
    final List<String> calls = new CopyOnWriteArrayList<>();
    volatile boolean knows = true;

    @Override
    public Outcome start(Call call) throws InterruptedException {
      calls.add("start " + call.intentKey() + (call.recovering() ? " recovering" : ""));
      if (calls.size() == 1) {
        forever.await();
      }
      return new Outcome.Succeeded(Map.of());
    }

    @Override
    public Search find(Call call) {
      calls.add("find " + call.intentKey());
      return knows ? new Search.Found(Map.of("job", 1)) : new Search.NotFound();
    }

    @Override
    public Outcome poll(Call call, Map<String, Object> handle) {
      calls.add("poll " + handle + (call.recovering() ? " recovering" : ""));
      return new Outcome.Succeeded(Map.of());
    }
  }

  private Outside outside(Recovery recovery) {
    Outside outside = new Outside();
    test.atoms.add("outside", recovery, outside);
    return outside;
  }

  private TaskId inACall(Outside outside) {
    TaskId task = test.run(serial("s", node("a", "outside")));
    await().until(() -> outside.calls.size() == 1);
    return task;
  }

  private static String key(TaskId task) {
    return IntentKey.of(task, "a", 1);
  }

  @Test
  void aWaitContinues() {
    test.atoms.add(
        "job",
        Recovery.REATTACH,
        new Atom() {
          @Override
          public Outcome start(Call call) {
            return new Outcome.Poll(Duration.ofSeconds(30), Map.of("job", 7), "job");
          }

          @Override
          public Outcome poll(Call call, Map<String, Object> handle) {
            return new Outcome.Succeeded(Map.of("job", handle.get("job")));
          }
        });
    TaskId task = test.run(serial("s", node("a", "job")));
    test.awaitNode(task, "a", NodeStatus.WAITING);

    test.crashAndBoot();
    assertThat(test.node(task, "a").status()).isEqualTo(NodeStatus.WAITING);
    test.advance(Duration.ofSeconds(30));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(test.node(task, "a").outputs()).containsEntry("job", 7);
  }

  @Test
  void aCallOfClassUnknownThatHadBegunIsUnknown() {
    Outside outside = outside(Recovery.UNKNOWN);
    TaskId task = inACall(outside);

    test.crashAndBoot();

    test.awaitNode(task, "a", NodeStatus.UNKNOWN);
    assertThat(test.state(task).status()).isEqualTo(TaskStatus.FAILED);
    assertThat(outside.calls).hasSize(1);
  }

  @Test
  void aCallOfClassUnknownThatHadNotBegunIsSimplyMade() {
    TaskId task = test.run(serial("s", node("a", "outside")));
    test.crash();
    test.engine.stop();
    Outside outside = new Outside();
    outside.calls.add("not the first");
    test.atoms.add("outside", Recovery.UNKNOWN, outside);

    test.boot();

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(outside.calls).containsExactly("not the first", "start " + key(task));
  }

  @Test
  void reattachLooksInTheOutsideFirst() {
    Outside outside = outside(Recovery.REATTACH);
    TaskId task = inACall(outside);

    test.crashAndBoot();

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(outside.calls)
        .containsExactly("start " + key(task), "find " + key(task), "poll {job=1}");
  }

  @Test
  void reattachStartsWhatTheOutsideDoesNotKnow() {
    Outside outside = outside(Recovery.REATTACH);
    outside.knows = false;
    TaskId task = inACall(outside);

    test.crashAndBoot();

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(outside.calls)
        .containsExactly(
            "start " + key(task), "find " + key(task), "start " + key(task) + " recovering");
  }

  @Test
  void rerunCallsAgainWithTheSameKey() {
    Outside outside = outside(Recovery.RERUN);
    TaskId task = inACall(outside);

    test.crashAndBoot();

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(outside.calls)
        .containsExactly("start " + key(task), "start " + key(task) + " recovering");
  }

  @Test
  void aSavedHandleIsPolled() {
    List<String> polled = new CopyOnWriteArrayList<>();
    CountDownLatch saved = new CountDownLatch(1);
    test.atoms.add(
        "saves",
        Recovery.UNKNOWN,
        new Atom() {
          @Override
          public Outcome start(Call call) throws InterruptedException {
            call.saveHandle(Map.of("job", 3));
            saved.countDown();
            forever.await();
            return new Outcome.Succeeded(Map.of());
          }

          @Override
          public Outcome poll(Call call, Map<String, Object> handle) {
            polled.add(handle + " " + call.recovering());
            return new Outcome.Succeeded(Map.of());
          }
        });
    TaskId task = test.run(serial("s", node("a", "saves")));
    await().until(() -> saved.getCount() == 0);

    test.crashAndBoot();

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(polled).containsExactly("{job=3} true");
  }

  @Test
  void aCheckpointIsGivenBackAfterACrashAndAtARetry() {
    List<String> given = new CopyOnWriteArrayList<>();
    CountDownLatch saved = new CountDownLatch(1);
    test.atoms.add(
        "keeps",
        Recovery.RERUN,
        call -> {
          given.add(call.attempt() + " " + call.checkpoint());
          if (call.checkpoint().isEmpty()) {
            call.saveCheckpoint(Map.of("done", List.of("h1")));
            given.add("now " + call.checkpoint());
            saved.countDown();
            forever.await();
          }
          return call.attempt() == 1
              ? new Outcome.Failed("TRY", "again", false, org.standardops.atom.Touched.YES)
              : new Outcome.Succeeded(Map.of());
        });
    TaskId task = test.run(serial("s", node("a", "keeps")));
    await().until(() -> saved.getCount() == 0);

    test.crashAndBoot();
    test.awaitNode(task, "a", NodeStatus.FAILED);
    test.submit(
        task,
        new Command.RetryNode("a", OptionalInt.empty(), Map.of(), Map.of(), Optional.empty()));
    test.awaitStatus(task, TaskStatus.SUCCEEDED);

    assertThat(given).containsExactly("1 {}", "now {done=[h1]}", "1 {done=[h1]}", "2 {done=[h1]}");
  }

  @Test
  void theAnswerOfTheDeadEngineCountsForNothing() {
    Outside outside = outside(Recovery.UNKNOWN);
    TaskId task = inACall(outside);
    test.crashAndBoot();
    test.awaitNode(task, "a", NodeStatus.UNKNOWN);
    int rows = test.store.journal(task).size();

    forever.countDown();

    assertThat(test.store.journal(task)).hasSize(rows);
    assertThat(test.node(task, "a").status()).isEqualTo(NodeStatus.UNKNOWN);
  }

  @Test
  void anEngineThatLostItsShardsWritesNothingAndSaysSo() {
    test.atoms.add("quick", Recovery.RERUN, call -> new Outcome.Succeeded(Map.of()));
    RunningEngine old = test.engine;
    test.crashAndBoot();

    old.create(test.plan(serial("s", node("a", "quick"))), true, TestEngine.ANN);

    await().until(() -> !old.health().ready());
    assertThat(old.health().problems()).anyMatch(text -> text.contains("took this one's tasks"));
    old.stop();
  }

  @Test
  void terminatingGoesOn() {
    List<Map<String, Object>> cancelled = new CopyOnWriteArrayList<>();
    CountDownLatch inCancel = new CountDownLatch(1);
    test.atoms.add(
        "stubborn",
        Recovery.RERUN,
        new Atom() {
          @Override
          public Outcome start(Call call) {
            return new Outcome.Poll(Duration.ofSeconds(30), Map.of("job", 7), "job");
          }

          @Override
          public org.standardops.atom.Cancellation cancel(Call call, Map<String, Object> handle)
              throws InterruptedException {
            cancelled.add(handle);
            inCancel.countDown();
            if (cancelled.size() == 1) {
              forever.await();
            }
            return new org.standardops.atom.Cancellation.Cancelled();
          }
        });
    TaskId task = test.run(serial("s", node("a", "stubborn")));
    test.awaitNode(task, "a", NodeStatus.WAITING);
    test.submit(task, new Command.Terminate(""));
    await().until(() -> inCancel.getCount() == 0);

    test.crashAndBoot();

    test.awaitStatus(task, TaskStatus.TERMINATED);
    assertThat(cancelled).hasSize(2);
  }

  @Test
  void aRetryDelayGoesOn() {
    List<String> keys = new CopyOnWriteArrayList<>();
    test.atoms.add(
        "flaky",
        Recovery.RERUN,
        call -> {
          keys.add(call.intentKey());
          return keys.size() == 1
              ? new Outcome.Failed(
                  "LOST", "connection lost", true, org.standardops.atom.Touched.MAYBE)
              : new Outcome.Succeeded(Map.of());
        });
    Policy policy =
        new Policy(
            new Policy.Retry(1, Duration.ofSeconds(20), 1.0),
            java.util.Optional.empty(),
            Policy.OnFailure.STOP);
    TaskId task = test.run(serial("s", node("a", "flaky", policy, Map.of(), Map.of())));
    test.awaitNode(task, "a", NodeStatus.WAITING);

    test.crashAndBoot();
    test.advance(Duration.ofSeconds(20));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(keys).containsExactly(key(task), key(task));
  }

  @Test
  void theEngineStartsWhenTheDatabaseComes() {
    test.crash();
    test.engine.stop();
    test.store.away = true;
    test.start();
    assertThat(test.engine.health().ready()).isFalse();

    test.store.away = false;

    await().atMost(Duration.ofSeconds(10)).until(() -> test.engine.health().ready());
  }
}
