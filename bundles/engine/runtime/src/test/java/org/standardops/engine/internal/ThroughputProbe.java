package org.standardops.engine.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.standardops.atom.Outcome;
import org.standardops.atom.Recovery;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskStatus;

/** Says how many atoms a second run against memory; asserts nothing. Started by hand. */
final class ThroughputProbe {

  private static final int TASKS = 1_000;
  private static final int NODES = 10;

  private ThroughputProbe() {}

  public static void main(String[] args) throws Exception {
    for (int round = 1; round <= 12; round++) {
      TestEngine test = new TestEngine();
      test.atoms.add("noop", Recovery.RERUN, call -> new Outcome.Succeeded(Map.of()));
      test.start(new EngineClock(InstantSource.system(), System::nanoTime));
      while (!test.engine.health().ready()) {
        Thread.sleep(5);
      }
      long began = System.nanoTime();
      CountDownLatch ended = new CountDownLatch(TASKS);
      List<CompletableFuture<?>> created = new ArrayList<>();
      for (int i = 0; i < TASKS; i++) {
        TaskPlan plan = test.plan(TestEngine.serial("s", nodes()));
        test.engine.subscribe(
            plan.id(),
            event -> {
              if (event.state().map(TaskStatus.SUCCEEDED.name()::equals).orElse(false)
                  && event.step().isEmpty()
                  && event.node().isEmpty()) {
                ended.countDown();
              }
            });
        created.add(test.engine.create(plan, true, TestEngine.ANN).toCompletableFuture());
      }
      ended.await();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      System.out.printf(
          "round %d: %d atoms in %d ms = %d atoms/s, %d commits%n",
          round,
          TASKS * NODES,
          took.toMillis(),
          TASKS * NODES * 1000L / took.toMillis(),
          test.store.commits());
      test.close();
    }
  }

  private static PlannedNode[] nodes() {
    PlannedNode[] nodes = new PlannedNode[NODES];
    for (int i = 0; i < NODES; i++) {
      nodes[i] = TestEngine.node("n" + i, "noop");
    }
    return nodes;
  }
}
