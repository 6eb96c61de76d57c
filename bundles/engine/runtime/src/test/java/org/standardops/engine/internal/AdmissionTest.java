package org.standardops.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.standardops.engine.internal.TestEngine.node;
import static org.standardops.engine.internal.TestEngine.serial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Outcome;
import org.standardops.atom.Recovery;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.TaskId;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskStatus;
import org.standardops.model.task.WaitingFor;

class AdmissionTest {

  private static final int MOST = 10;

  private final TestEngine test = new TestEngine();
  private final CountDownLatch go = new CountDownLatch(1);
  private final List<String> called = new CopyOnWriteArrayList<>();

  @BeforeEach
  void boot() {
    test.mostHotTasks = MOST;
    test.atoms.add(
        "held",
        Recovery.RERUN,
        call -> {
          called.add(call.origin().task());
          go.await();
          return new Outcome.Succeeded(Map.of());
        });
    test.boot();
  }

  @AfterEach
  void stop() {
    go.countDown();
    test.close();
  }

  @Test
  void overTheBoundTasksWaitInTheDatabaseAndComeInOrder() {
    List<TaskId> tasks = run(30);
    await().until(() -> called.size() == MOST);

    NodeState waiting = test.node(tasks.get(29), "a");
    assertThat(waiting.status()).isEqualTo(NodeStatus.PENDING);
    assertThat(waiting.waitingFor().orElseThrow().kind()).isEqualTo(WaitingFor.Kind.CAPACITY);
    assertThat(test.state(tasks.get(29)).status()).isEqualTo(TaskStatus.RUNNING);
    assertThat(test.store.row(tasks.get(29)).heat()).isEqualTo(Heat.QUEUED);
    assertThat(test.engine.health().hotTasks()).isEqualTo(MOST);
    go.countDown();

    tasks.forEach(task -> test.awaitStatus(task, TaskStatus.SUCCEEDED));
    List<String> all = tasks.stream().map(TaskId::toString).toList();
    assertThat(called.subList(0, MOST)).hasSameElementsAs(all.subList(0, MOST));
    assertThat(called).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void whatIsQueuedIsStillObeyedToPersons() {
    List<TaskId> tasks = run(MOST + 3);
    TaskId suspended = tasks.get(MOST);
    TaskId terminated = tasks.get(MOST + 1);
    TaskId last = tasks.get(MOST + 2);

    test.submit(suspended, new Command.Suspend());
    test.submit(terminated, new Command.Terminate("not now"));
    test.awaitStatus(terminated, TaskStatus.TERMINATED);
    go.countDown();

    test.awaitStatus(last, TaskStatus.SUCCEEDED);
    assertThat(called).doesNotContain(suspended.toString(), terminated.toString());
    test.submit(suspended, new Command.Resume());
    test.awaitStatus(suspended, TaskStatus.SUCCEEDED);
  }

  @Test
  void theQueueOutlivesACrash() {
    List<TaskId> tasks = run(25);
    await().until(() -> called.size() == MOST);
    go.countDown();

    test.crashAndBoot();

    tasks.forEach(task -> test.awaitStatus(task, TaskStatus.SUCCEEDED));
  }

  @Test
  void tasksThatMissAnAtomLeaveMemoryAndGoOnWhenItComes() {
    List<TaskId> tasks = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      tasks.add(test.run(serial("s", node("a", "later"))));
    }
    await().until(() -> test.engine.health().hotTasks() == 0);
    assertThat(tasks)
        .allMatch(task -> test.store.row(task).heat() == Heat.AWAITING_ATOM)
        .allMatch(
            task ->
                test.node(task, "a").waitingFor().orElseThrow().kind()
                    == WaitingFor.Kind.ATOM_VERSION);
    test.crashAndBoot();

    test.atoms.add("later", Recovery.RERUN, call -> new Outcome.Succeeded(Map.of()));

    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                tasks.stream().allMatch(task -> test.state(task).status() == TaskStatus.SUCCEEDED));
  }

  private List<TaskId> run(int count) {
    List<TaskId> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.add(test.run(serial("s", node("a", "held"))));
    }
    return tasks;
  }
}
