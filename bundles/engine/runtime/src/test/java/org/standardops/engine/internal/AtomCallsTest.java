package org.standardops.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.standardops.engine.internal.TestEngine.node;
import static org.standardops.engine.internal.TestEngine.parallel;
import static org.standardops.engine.internal.TestEngine.serial;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Atom;
import org.standardops.atom.Call;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Outcome;
import org.standardops.atom.Recovery;
import org.standardops.engine.core.Command;
import org.standardops.model.TaskId;
import org.standardops.model.process.Policy;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskStatus;

class AtomCallsTest {

  private final TestEngine test = TestEngine.booted();
  private final CountDownLatch go = new CountDownLatch(1);

  @AfterEach
  void stop() {
    go.countDown();
    test.close();
  }

  private static Policy timeout() {
    return new Policy(Policy.Retry.NONE, Optional.of(Duration.ofMinutes(5)), Policy.OnFailure.STOP);
  }

  @Test
  void anAtomThatHangsStarvesItsOwnBundleOnly() {
    test.atoms.add(
        "hangs",
        Recovery.RERUN,
        call -> {
          go.await();
          return new Outcome.Succeeded(Map.of());
        });
    test.atoms.add("quick", Recovery.RERUN, call -> new Outcome.Succeeded(Map.of()));
    PlannedNode[] many = new PlannedNode[40];
    for (int i = 0; i < many.length; i++) {
      many[i] = node("n" + i, "hangs");
    }
    TaskId hanging = test.run(parallel("s", many));

    TaskId quick = test.run(serial("s", node("a", "quick")));

    test.awaitStatus(quick, TaskStatus.SUCCEEDED);
    assertThat(test.node(hanging, "n39").status()).isEqualTo(NodeStatus.PENDING);
    go.countDown();
    test.awaitStatus(hanging, TaskStatus.SUCCEEDED);
  }

  @Test
  void theThreadsOfCallsThatHangAreReplacedAndTold() {
    test.atoms.add(
        "sometimes",
        Recovery.RERUN,
        call -> {
          if (call.parameters().has("hang")) {
            go.await();
          }
          return new Outcome.Succeeded(Map.of());
        });
    PlannedNode[] many = new PlannedNode[BundlePool.THREADS];
    for (int i = 0; i < many.length; i++) {
      many[i] = node("n" + i, "sometimes", timeout(), Map.of("hang", true), Map.of());
    }
    TaskId hanging = test.run(parallel("s", many));
    await().until(() -> running(hanging) == BundlePool.THREADS);
    TaskId starving = test.run(serial("s", node("a", "sometimes")));
    assertThat(test.node(starving, "a").status()).isEqualTo(NodeStatus.PENDING);

    test.advance(Duration.ofMinutes(5));

    await().atMost(Duration.ofSeconds(20)).until(() -> has(starving, TaskStatus.SUCCEEDED));
    assertThat(test.node(hanging, "n0").error().orElseThrow().code()).isEqualTo("TIMEOUT");
    assertThat(test.engine.health().problems())
        .hasSize(21)
        .contains("12 more calls of atoms hang.")
        .anyMatch(
            problem -> problem.contains("sometimes 1.0.0") && problem.contains("task " + hanging));
    go.countDown();
    await().until(() -> test.engine.health().problems().isEmpty());
  }

  private long running(TaskId task) {
    return test.state(task).nodes().values().stream()
        .filter(node -> node.status() == NodeStatus.RUNNING)
        .count();
  }

  private boolean has(TaskId task, TaskStatus status) {
    return test.state(task).status() == status;
  }

  @Test
  void stopTakesBackWhatNoThreadHasTaken() {
    test.atoms.add(
        "hangs",
        Recovery.RERUN,
        call -> {
          go.await();
          return new Outcome.Succeeded(Map.of());
        });
    PlannedNode[] many = new PlannedNode[33];
    for (int i = 0; i < many.length; i++) {
      many[i] = node("n" + i, "hangs");
    }
    TaskId task = test.run(parallel("s", many));
    await()
        .until(
            () ->
                test.state(task).nodes().values().stream()
                        .filter(node -> node.status() == NodeStatus.RUNNING)
                        .count()
                    == 32);
    String waiting =
        test.state(task).nodes().values().stream()
            .filter(node -> node.status() == NodeStatus.PENDING)
            .findFirst()
            .orElseThrow()
            .id();

    test.submit(task, new Command.StopNode(waiting, OptionalInt.empty(), "not now"));

    test.awaitNode(task, waiting, NodeStatus.FAILED);
    assertThat(test.node(task, waiting).error().orElseThrow().message())
        .isEqualTo("Stopped by ann: not now");
  }

  @Test
  void aTimeOutCancelsTheHandleOfTheWait() {
    List<Map<String, Object>> cancelled = new CopyOnWriteArrayList<>();
    test.atoms.add(
        "job",
        Recovery.REATTACH,
        new Atom() {
          @Override
          public Outcome start(Call call) {
            return new Outcome.Poll(Duration.ofHours(1), Map.of("job", 7), "job");
          }

          @Override
          public Cancellation cancel(Call call, Map<String, Object> handle) {
            cancelled.add(handle);
            return new Cancellation.Cancelled();
          }
        });
    TaskId task = test.run(serial("s", node("a", "job", timeout(), Map.of(), Map.of())));
    test.awaitNode(task, "a", NodeStatus.WAITING);

    test.advance(Duration.ofMinutes(5));

    test.awaitNode(task, "a", NodeStatus.FAILED);
    assertThat(cancelled).containsExactly(Map.of("job", 7));
    assertThat(test.node(task, "a").error().orElseThrow().code()).isEqualTo("TIMEOUT");
  }

  @Test
  void aCallThatHasNotReturnedBlocksItsOwnRetry() {
    AtomicInteger starts = new AtomicInteger();
    test.atoms.add(
        "hangs",
        Recovery.UNKNOWN,
        call -> {
          if (starts.incrementAndGet() == 1) {
            go.await();
          }
          return new Outcome.Succeeded(Map.of());
        });
    TaskId task = test.run(serial("s", node("a", "hangs", timeout(), Map.of(), Map.of())));
    test.awaitNode(task, "a", NodeStatus.RUNNING);
    test.advance(Duration.ofMinutes(5));
    await().until(() -> test.node(task, "a").run().ending().isPresent());
    test.advance(Duration.ofMinutes(1));
    test.awaitNode(task, "a", NodeStatus.UNKNOWN);

    test.submit(
        task,
        new Command.RetryNode("a", OptionalInt.empty(), Map.of(), Map.of(), Optional.empty()));
    assertThat(test.node(task, "a").status()).isEqualTo(NodeStatus.PENDING);
    assertThat(starts).hasValue(1);
    go.countDown();

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(starts).hasValue(2);
  }

  @Test
  void aTimedOutRerunIsCalledAgainWithTheSameKey() {
    List<String> keys = new CopyOnWriteArrayList<>();
    test.atoms.add(
        "hangs",
        Recovery.RERUN,
        call -> {
          keys.add(call.intentKey());
          if (keys.size() == 1) {
            go.await();
          }
          return new Outcome.Succeeded(Map.of());
        });
    Policy policy =
        new Policy(
            new Policy.Retry(1, Duration.ZERO, 1.0),
            Optional.of(Duration.ofMinutes(5)),
            Policy.OnFailure.STOP);
    TaskId task = test.run(serial("s", node("a", "hangs", policy, Map.of(), Map.of())));
    test.awaitNode(task, "a", NodeStatus.RUNNING);

    test.advance(Duration.ofMinutes(5));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(keys).hasSize(2).containsOnly(IntentKey.of(task, "a", 1));
  }

  @Test
  void aLateHandleIsCancelled() {
    List<Map<String, Object>> cancelled = new CopyOnWriteArrayList<>();
    test.atoms.add(
        "late",
        Recovery.REATTACH,
        new Atom() {
          @Override
          public Outcome start(Call call) throws InterruptedException {
            go.await();
            return new Outcome.Poll(Duration.ofHours(1), Map.of("job", 9), "job");
          }

          @Override
          public Cancellation cancel(Call call, Map<String, Object> handle) {
            cancelled.add(handle);
            return new Cancellation.Cancelled();
          }
        });
    TaskId task = test.run(serial("s", node("a", "late")));
    test.awaitNode(task, "a", NodeStatus.RUNNING);
    test.submit(task, new Command.Terminate(""));
    test.advance(Duration.ofMinutes(1));
    test.awaitStatus(task, TaskStatus.TERMINATED);

    go.countDown();

    await().untilAsserted(() -> assertThat(cancelled).containsExactly(Map.of("job", 9)));
  }

  @Test
  void aFloodOfLogLinesIsCutWithAMark() {
    test.atoms.add(
        "floods",
        Recovery.RERUN,
        call -> {
          String line = "x".repeat(10_000);
          for (int i = 0; i < 2_000; i++) {
            call.log().info(line);
          }
          return new Outcome.Succeeded(Map.of());
        });

    TaskId task = test.run(serial("s", node("a", "floods")));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    String log = test.logs.text(task, "a", 1);
    assertThat(log.length()).isLessThan(11 << 20);
    assertThat(log).endsWith("The log of this call is cut here: it is over 10 MiB.\n");
  }
}
