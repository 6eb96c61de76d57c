package org.standardops.engine.internal;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.standardops.atom.Host;
import org.standardops.atom.Http;
import org.standardops.engine.CommandBy;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.Connections;
import org.standardops.engine.port.OutboundHttp;
import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.Policy;
import org.standardops.model.process.ProcessDefinition.OnTimeout;
import org.standardops.model.process.Step;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskPlan.PlannedStep;
import org.standardops.model.task.TaskStatus;

/** An engine on bytes that outlive it: {@link #crash} drops it, {@link #boot} builds a new one. */
final class TestEngine implements AutoCloseable {

  static final CommandBy ANN = new CommandBy("ann");
  private static final AtomicLong NUMBERS = new AtomicLong();

  final InMemoryJournalStore store = new InMemoryJournalStore();
  final InMemoryNodeLogStore logs = new InMemoryNodeLogStore();
  final TestAtoms atoms = new TestAtoms();
  final Map<String, String> secrets = new ConcurrentHashMap<>();
  final List<Host> hosts = new CopyOnWriteArrayList<>();
  final SettableClock clock = new SettableClock();
  int mostHotTasks = 1_000;
  RunningEngine engine;

  static TestEngine booted() {
    TestEngine test = new TestEngine();
    test.boot();
    return test;
  }

  void boot() {
    start();
    await().atMost(Duration.ofSeconds(10)).until(() -> engine.health().ready());
  }

  void start() {
    start(clock);
  }

  void start(java.time.InstantSource time) {
    RunningEngine started =
        RunningEngine.start(
            new EnginePorts(
                store,
                atoms,
                logs,
                new NoHttp(),
                new TestConnections(),
                this::secret,
                this::hosts,
                new InMemoryHostKeys(),
                time),
            time,
            "https://ops.example",
            "test",
            mostHotTasks);
    atoms.onChange(started::atomsChanged);
    engine = started;
  }

  /** The engine is gone as by kill -9: its epoch is over, so nothing that it still does counts. */
  void crash() {
    store.takeOver("crash");
  }

  void crashAndBoot() {
    crash();
    boot();
  }

  void advance(Duration by) {
    clock.advance(by);
    engine.atomsChanged(); // a letter wakes the loop, which then looks at the clock
  }

  private List<Host> hosts(BusinessId business) {
    return business.value().equals("b1") ? hosts : List.of();
  }

  private Optional<String> secret(BusinessId business, String name) {
    return Optional.ofNullable(secrets.get(business + "/" + name));
  }

  TaskId run(PlannedStep... steps) {
    TaskPlan plan = plan(steps);
    get(engine.create(plan, true, ANN).toCompletableFuture());
    return plan.id();
  }

  TaskState submit(TaskId task, Command command) {
    return get(engine.submit(task, command, ANN).toCompletableFuture());
  }

  TaskState state(TaskId task) {
    return get(engine.find(task).toCompletableFuture()).orElseThrow();
  }

  NodeState node(TaskId task, String node) {
    return state(task).nodes().get(node);
  }

  void awaitStatus(TaskId task, TaskStatus status) {
    await().atMost(Duration.ofSeconds(10)).until(() -> state(task).status() == status);
  }

  void awaitNode(TaskId task, String node, NodeStatus status) {
    await().atMost(Duration.ofSeconds(10)).until(() -> node(task, node).status() == status);
  }

  static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(10, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  TaskPlan plan(PlannedStep... steps) {
    return new TaskPlan(
        TaskId.at(clock.instant().toEpochMilli(), NUMBERS.incrementAndGet()),
        new BusinessId("b1"),
        new ProcessId("p1"),
        "Sample",
        1,
        "Sample_1",
        new TaskPlan.Origin(TaskPlan.Origin.Kind.API, Optional.empty()),
        "ann",
        clock.instant(),
        Optional.empty(),
        Map.of("who", "world"),
        Map.of(),
        Optional.empty(),
        OnTimeout.NOTIFY,
        Optional.empty(),
        java.util.List.of(steps));
  }

  static PlannedStep serial(String id, PlannedNode... nodes) {
    return new PlannedStep(
        id, id, Step.Mode.SERIAL, Step.Start.AUTOMATIC, java.util.List.of(nodes));
  }

  static PlannedStep parallel(String id, PlannedNode... nodes) {
    return new PlannedStep(
        id, id, Step.Mode.PARALLEL, Step.Start.AUTOMATIC, java.util.List.of(nodes));
  }

  static PlannedNode node(String id, String atom) {
    return node(id, atom, Policy.DEFAULT, Map.of(), Map.of());
  }

  static PlannedNode node(
      String id,
      String atom,
      Policy policy,
      Map<String, Object> params,
      Map<String, String> outputs) {
    return new PlannedNode(
        id,
        id,
        new AtomRef(atom, "1.0.0"),
        TimingType.OPERATION_EXECUTION,
        true,
        params,
        policy,
        outputs,
        java.util.Set.of());
  }

  @Override
  public void close() {
    engine.stop();
  }

  private static final class NoHttp implements OutboundHttp {
    @Override
    public Http forCall(String intentKey, java.util.function.BooleanSupplier cancelled) {
      throw new UnsupportedOperationException("These tests call nobody.");
    }
  }

  private static final class TestConnections implements Connections {
    @Override
    public Map<String, String> find(BusinessId business, String system) {
      return Map.of("endpoint", "https://cloud.example", "secretKey", "hunter2hunter2");
    }

    @Override
    public boolean isSecret(String system, String key) {
      return key.equals("secretKey");
    }
  }
}
