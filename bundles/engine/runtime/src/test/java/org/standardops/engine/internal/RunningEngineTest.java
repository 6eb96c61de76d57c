package org.standardops.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.standardops.engine.internal.TestEngine.node;
import static org.standardops.engine.internal.TestEngine.parallel;
import static org.standardops.engine.internal.TestEngine.serial;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Answer;
import org.standardops.atom.Atom;
import org.standardops.atom.Call;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Host;
import org.standardops.atom.Outcome;
import org.standardops.atom.Recovery;
import org.standardops.engine.Engine.CallbackAnswer;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.CommitUnknownException;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.process.Policy;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;
import org.standardops.model.task.WaitingFor;

class RunningEngineTest {

  private final TestEngine test = TestEngine.booted();

  @AfterEach
  void stop() {
    test.close();
  }

  private static Outcome done() {
    return new Outcome.Succeeded(Map.of());
  }

  /** Waits outside until it is told that the work is done; can be cancelled. */
  private static final class Job implements Atom {
    volatile boolean finished;
    final List<Map<String, Object>> cancelled = new CopyOnWriteArrayList<>();
    private final Duration every;

    Job(Duration every) {
      this.every = every;
    }

    @Override
    public Outcome start(Call call) {
      return new Outcome.Poll(every, Map.of("job", 7), "job 7");
    }

    @Override
    public Outcome poll(Call call, Map<String, Object> handle) {
      return finished ? done() : new Outcome.Poll(every, handle, "job 7");
    }

    @Override
    public Cancellation cancel(Call call, Map<String, Object> handle) {
      cancelled.add(handle);
      return new Cancellation.Cancelled();
    }
  }

  @Test
  void runsSerialNodesWithVariablesAndOutputs() {
    test.atoms.add(
        "greet",
        Recovery.RERUN,
        call -> new Outcome.Succeeded(Map.of("text", "hello " + call.parameters().text("name"))));

    TaskId task =
        test.run(
            serial(
                "s",
                node("a", "greet", Policy.DEFAULT, Map.of("name", "${who}"), Map.of("text", "t")),
                node("b", "greet", Policy.DEFAULT, Map.of("name", "${node.a.text}"), Map.of())));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(test.node(task, "b").outputs()).containsEntry("text", "hello hello world");
    assertThat(test.state(task).variables()).containsEntry("t", "hello world");
  }

  @Test
  void runsParallelNodesAtTheSameTime() {
    CyclicBarrier together = new CyclicBarrier(3);
    test.atoms.add(
        "meet",
        Recovery.RERUN,
        call -> {
          together.await();
          return done();
        });

    TaskId task = test.run(parallel("s", node("a", "meet"), node("b", "meet"), node("c", "meet")));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
  }

  @Test
  void finishesOneNodeAndBeginsTheNextInOneRow() {
    test.atoms.add("quick", Recovery.RERUN, call -> done());

    TaskId task = test.run(serial("s", node("a", "quick"), node("b", "quick")));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(test.store.journal(task)).hasSize(3);
    assertThat(test.store.row(task).heat()).isEqualTo(Heat.FINAL);
  }

  @Test
  void showsASlowCallAsRunning() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    test.atoms.add(
        "slow",
        Recovery.RERUN,
        call -> {
          go.await();
          return done();
        });

    TaskId task = test.run(serial("s", node("a", "slow")));

    test.awaitNode(task, "a", NodeStatus.RUNNING);
    go.countDown();
    test.awaitStatus(task, TaskStatus.SUCCEEDED);
  }

  @Test
  void pollsWhenItIsDue() {
    Job job = new Job(Duration.ofSeconds(5));
    test.atoms.add("job", Recovery.REATTACH, job);
    TaskId task = test.run(serial("s", node("a", "job")));
    test.awaitNode(task, "a", NodeStatus.WAITING);
    assertThat(test.node(task, "a").waitingFor().orElseThrow().until())
        .contains(test.clock.instant().plusSeconds(5));

    job.finished = true;
    test.advance(Duration.ofSeconds(5));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
  }

  @Test
  void aTaskThatOnlyWaitsLeavesMemoryAndComesBack() {
    Job job = new Job(Duration.ofHours(1));
    test.atoms.add("job", Recovery.REATTACH, job);
    TaskId task = test.run(serial("s", node("a", "job")));
    test.awaitNode(task, "a", NodeStatus.WAITING);
    await().until(() -> test.engine.health().hotTasks() == 0);
    assertThat(test.store.row(task).heat()).isEqualTo(Heat.PARKED);

    job.finished = true;
    test.advance(Duration.ofHours(1));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
  }

  private TaskId startingIn(Duration time) {
    test.atoms.add("quick", Recovery.RERUN, call -> done());
    TaskPlan.StartAt at = new TaskPlan.StartAt(test.clock.instant().plus(time), "ann", false);
    TaskPlan plan = test.plan(serial("s", node("a", "quick"))).startingAt(Optional.of(at));
    TestEngine.get(test.engine.create(plan, false, TestEngine.ANN).toCompletableFuture());
    return plan.id();
  }

  @Test
  void aTaskWithATimeOfItsOwnStartsByItselfAfterARestart() {
    TaskId later = startingIn(Duration.ofHours(1));
    TaskId soon = startingIn(Duration.ofSeconds(30));
    assertThat(test.store.row(later).heat()).isEqualTo(Heat.PARKED);
    await().until(() -> test.engine.health().hotTasks() == 1);

    test.crashAndBoot();
    test.advance(Duration.ofMinutes(5));
    test.awaitStatus(soon, TaskStatus.SUCCEEDED);
    assertThat(test.state(later).status()).isEqualTo(TaskStatus.CREATED);
    test.advance(Duration.ofMinutes(55));

    test.awaitStatus(later, TaskStatus.SUCCEEDED);
  }

  @Test
  void aTimeThatPassedWhileTheServerWasDownAsksAPerson() {
    TaskId task = startingIn(Duration.ofHours(1));
    test.crash();
    test.clock.advance(Duration.ofHours(2));

    test.boot();

    await().until(() -> test.state(task).plan().startAt().orElseThrow().missed());
    assertThat(test.state(task).status()).isEqualTo(TaskStatus.CREATED);
    assertThat(test.engine.events(task, 1, 10))
        .extracting(TaskEvent::kind, TaskEvent::state)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                TaskEvent.Kind.PERSON, Optional.of("START_MISSED")));
    test.submit(task, new Command.Start());
    test.awaitStatus(task, TaskStatus.SUCCEEDED);
  }

  @Test
  void failsWithTheReasonOfTheOutside() {
    test.atoms.add(
        "broken",
        Recovery.RERUN,
        call ->
            new Outcome.Failed(
                "HTTP_STATUS", "502 Bad Gateway", true, org.standardops.atom.Touched.NO));

    TaskId task = test.run(serial("s", node("a", "broken")));

    test.awaitStatus(task, TaskStatus.FAILED);
    assertThat(test.node(task, "a").error().orElseThrow().message()).isEqualTo("502 Bad Gateway");
  }

  @Test
  void whatAnAtomThrowsIsAFailureThatMayHaveTouchedTheOutside() {
    test.atoms.add(
        "throws",
        Recovery.UNKNOWN,
        call -> {
          throw new LinkageError("no such class");
        });

    TaskId task = test.run(serial("s", node("a", "throws")));

    test.awaitNode(task, "a", NodeStatus.UNKNOWN);
    assertThat(test.node(task, "a").error().orElseThrow().message())
        .isEqualTo("LinkageError: no such class");
  }

  @Test
  void tooLargeOutputsFailClearly() {
    test.atoms.add(
        "flood",
        Recovery.RERUN,
        call -> new Outcome.Succeeded(Map.of("text", "x".repeat(2 << 20))));

    TaskId task = test.run(serial("s", node("a", "flood")));

    test.awaitNode(task, "a", NodeStatus.FAILED);
    assertThat(test.node(task, "a").error().orElseThrow().code()).isEqualTo("BAD_ANSWER");
  }

  @Test
  void parametersThatDoNotFitFailBeforeTheAtomIsCalled() {
    test.atoms.add("quick", Recovery.RERUN, call -> done());

    TaskId task =
        test.run(
            serial("s", node("a", "quick", Policy.DEFAULT, Map.of("bad", "${who}"), Map.of())));

    test.awaitNode(task, "a", NodeStatus.FAILED);
    assertThat(test.node(task, "a").error().orElseThrow().code()).isEqualTo("INVALID_PARAMETERS");
  }

  @Test
  void retriesWithNewParameters() {
    test.atoms.add("quick", Recovery.RERUN, call -> done());
    TaskId task =
        test.run(serial("s", node("a", "quick", Policy.DEFAULT, Map.of("bad", 1), Map.of())));
    test.awaitStatus(task, TaskStatus.FAILED);
    Map<String, Object> without = new java.util.HashMap<>();
    without.put("bad", null);

    test.submit(
        task, new Command.RetryNode("a", OptionalInt.of(1), without, Map.of(), Optional.empty()));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(test.node(task, "a").attempts()).hasSize(2);
  }

  @Test
  void waitsForAMissingAtomAndGoesOnWhenItComes() {
    TaskId task = test.run(serial("s", node("a", "later")));
    await()
        .until(
            () ->
                test.node(task, "a").waitingFor().orElseThrow().kind()
                    == WaitingFor.Kind.ATOM_VERSION);

    test.atoms.add("later", Recovery.RERUN, call -> done());

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
  }

  @Test
  void aWaitWhoseAtomWentNamesTheBundleToInstallAndGoesOnWithItsReturn() {
    Job job = new Job(Duration.ofSeconds(10));
    test.atoms.add("job", Recovery.REATTACH, job);
    TaskId task = test.run(serial("s", node("a", "job")));
    test.awaitNode(task, "a", NodeStatus.WAITING);

    test.atoms.remove("job");
    test.advance(Duration.ofSeconds(11));

    await()
        .until(
            () ->
                test.node(task, "a").waitingFor().stream()
                    .anyMatch(wait -> wait.kind() == WaitingFor.Kind.ATOM_VERSION));
    assertThat(test.node(task, "a").waitingFor().orElseThrow().detail())
        .contains("bundle.job 1.0.0", "job 1.0.0");
    test.crashAndBoot();
    job.finished = true;
    test.atoms.add("job", Recovery.REATTACH, job);
    test.awaitStatus(task, TaskStatus.SUCCEEDED);
  }

  @Test
  void aRetiredAtomGetsNoNewTaskAndGoesOnWithThoseItHas() {
    Job job = new Job(Duration.ofSeconds(10));
    test.atoms.add("job", Recovery.REATTACH, job);
    TaskId task = test.run(serial("s", node("a", "job")));
    test.awaitNode(task, "a", NodeStatus.WAITING);

    test.atoms.retire("job");

    assertThatThrownBy(() -> test.run(serial("s", node("a", "job"))))
        .isInstanceOfSatisfying(
            ProductException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    job.finished = true;
    test.advance(Duration.ofSeconds(11));
    test.awaitStatus(task, TaskStatus.SUCCEEDED);
  }

  @Test
  void onceSettledNoTaskBeginsToUseWhatWasRetiredBefore() {
    test.atoms.add("quick", Recovery.RERUN, call -> done());
    List<CompletableFuture<TaskState>> asked = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      TaskPlan plan = test.plan(serial("s", node("a", "quick")));
      asked.add(test.engine.create(plan, false, TestEngine.ANN).toCompletableFuture());
    }

    test.atoms.retire("quick");
    TestEngine.get(test.engine.settle().toCompletableFuture());

    long created = asked.stream().filter(RunningEngineTest::isCreated).count();
    await().until(() -> asked.stream().allMatch(CompletableFuture::isDone));
    assertThat(asked.stream().filter(RunningEngineTest::isCreated)).hasSize((int) created);
  }

  private static boolean isCreated(CompletableFuture<TaskState> reply) {
    return reply.isDone() && !reply.isCompletedExceptionally();
  }

  @Test
  void terminateCancelsWhatRunsOutside() {
    Job job = new Job(Duration.ofHours(1));
    test.atoms.add("job", Recovery.REATTACH, job);
    TaskId task = test.run(serial("s", node("a", "job")));
    test.awaitNode(task, "a", NodeStatus.WAITING);

    test.submit(task, new Command.Terminate("enough"));

    test.awaitStatus(task, TaskStatus.TERMINATED);
    assertThat(job.cancelled).containsExactly(Map.of("job", 7));
    assertThat(test.node(task, "a").status()).isEqualTo(NodeStatus.TERMINATED);
  }

  @Test
  void terminateTellsTheCallUnderWay() {
    CountDownLatch started = new CountDownLatch(1);
    test.atoms.add(
        "patient",
        Recovery.RERUN,
        call -> {
          started.countDown();
          await().atMost(Duration.ofSeconds(10)).until(call::cancelled);
          return new Outcome.Failed("CANCELLED", "gave up", true, org.standardops.atom.Touched.NO);
        });
    TaskId task = test.run(serial("s", node("a", "patient")));
    await().until(() -> started.getCount() == 0);

    test.submit(task, new Command.Terminate(""));

    test.awaitStatus(task, TaskStatus.TERMINATED);
  }

  @Test
  void suspendHoldsTheNextNode() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    test.atoms.add(
        "slow",
        Recovery.RERUN,
        call -> {
          go.await();
          return done();
        });
    TaskId task = test.run(serial("s", node("a", "slow"), node("b", "slow")));
    test.awaitNode(task, "a", NodeStatus.RUNNING);
    test.submit(task, new Command.Suspend());
    go.countDown();
    test.awaitNode(task, "a", NodeStatus.SUCCEEDED);
    assertThat(test.node(task, "b").status()).isEqualTo(NodeStatus.PENDING);

    test.submit(task, new Command.Resume());

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
  }

  @Test
  void aPersonAnswers() {
    test.atoms.add(
        "ask",
        Recovery.RERUN,
        new Atom() {
          @Override
          public Outcome start(Call call) {
            return new Outcome.AwaitPerson(Map.of(), "Go on?", List.of("ann"));
          }

          @Override
          public Outcome resume(Call call, Map<String, Object> handle, Answer answer) {
            return new Outcome.Succeeded(Map.of("answer", answer.toString()));
          }
        });
    TaskId task = test.run(serial("s", node("a", "ask")));
    test.awaitNode(task, "a", NodeStatus.AWAITING_PERSON);

    test.submit(task, new Command.AnswerNode("a", OptionalInt.empty(), true, "fine"));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(test.node(task, "a").outputs())
        .containsEntry("answer", "Person[approved=true, by=ann, comment=fine]");
  }

  @Test
  void aCallbackWorksOnceByAKeyThatIsNowhereInTheJournal() {
    AtomicReference<String> url = new AtomicReference<>();
    test.atoms.add(
        "callback",
        Recovery.RERUN,
        new Atom() {
          @Override
          public Outcome start(Call call) {
            url.set(call.callbackUrl().toString());
            return new Outcome.AwaitCallback(Map.of(), Duration.ofHours(1), "the outside");
          }

          @Override
          public Outcome resume(Call call, Map<String, Object> handle, Answer answer) {
            return new Outcome.Succeeded(Map.of("body", ((Answer.Callback) answer).body()));
          }
        });
    TaskId task = test.run(serial("s", node("a", "callback")));
    test.awaitNode(task, "a", NodeStatus.WAITING);
    String key = url.get().replace("https://ops.example/api/v1/callbacks/", "");

    CallbackAnswer first = answer(key, Map.of("ok", true));
    CallbackAnswer again = answer(key, Map.of("ok", true));
    CallbackAnswer other = answer(key, Map.of("ok", false));

    assertThat(first).isEqualTo(CallbackAnswer.TAKEN);
    assertThat(again).isEqualTo(CallbackAnswer.TAKEN_BEFORE);
    assertThat(other).isIn(CallbackAnswer.ANSWERED_OTHERWISE, CallbackAnswer.ENDED);
    assertThat(answer("nonsense", 1)).isEqualTo(CallbackAnswer.UNKNOWN_KEY);
    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(test.node(task, "a").outputs()).containsEntry("body", Map.of("ok", true));
    assertThat(test.store.journal(task))
        .noneMatch(row -> new String(row.data(), StandardCharsets.UTF_8).contains(key));
  }

  private CallbackAnswer answer(String key, Object body) {
    return TestEngine.get(test.engine.callback(key, body).toCompletableFuture());
  }

  @Test
  void secretsOfAConnectionAreMaskedInLogErrorAndOutputs() {
    test.atoms.add(
        "leaky",
        Recovery.RERUN,
        call -> {
          String secret = call.connection("cloud").get("secretKey");
          call.log().info("signing with " + secret);
          return new Outcome.Failed(
              "LEAK",
              "bad key " + secret,
              false,
              org.standardops.atom.Touched.NO,
              Map.of("key", secret));
        });

    TaskId task = test.run(serial("s", node("a", "leaky")));

    test.awaitStatus(task, TaskStatus.FAILED);
    assertThat(test.logs.text(task, "a", 1)).contains("INFO signing with ******");
    assertThat(test.node(task, "a").error().orElseThrow().message()).isEqualTo("bad key ******");
    assertThat(test.node(task, "a").outputs()).containsEntry("key", "******");
  }

  @Test
  void opensTheCredentialOfAHostOfTheBusinessAndOfNoOther() {
    Host own = new Host("10.0.0.1", 22, "", List.of(), "root", Optional.of("web-key"));
    Host foreign = new Host("10.9.9.9", 22, "", List.of(), "root", Optional.of("web-key"));
    test.hosts.add(own);
    test.secrets.put("b1/web-key", "s3cr3t-of-the-host");
    test.atoms.add(
        "reaches",
        Recovery.RERUN,
        call -> {
          call.log().section(call.hosts().get(0).host()).info(call.credential(own).orElseThrow());
          try {
            call.credential(foreign);
          } catch (IllegalArgumentException e) {
            return new Outcome.Succeeded(Map.of("refused", e.getMessage()));
          }
          return done();
        });

    TaskId task = test.run(serial("s", node("a", "reaches")));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(test.node(task, "a").outputs())
        .containsEntry("refused", "'10.9.9.9' is not a host of the business b1.");
    assertThat(test.logs.text(task, "a", 1)).contains("INFO ******");
    assertThat(test.engine.logSections(task, "a", 1)).containsExactly("10.0.0.1");
  }

  @Test
  void bringsSectionsWithoutEndIntoTheMainLog() {
    test.atoms.add(
        "floods",
        Recovery.RERUN,
        call -> {
          for (int i = 0; i < 1_100; i++) {
            call.log().section("host-" + i).info("line");
          }
          call.log().section("a\nb").info("one name");
          return done();
        });

    TaskId task = test.run(serial("s", node("a", "floods")));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(test.engine.logSections(task, "a", 1)).hasSize(1_000);
    assertThat(test.logs.text(task, "a", 1).lines()).hasSize(1_101);
  }

  @Test
  void tellsCommittedChangesInOrderAndTheSameAsTheJournal() {
    CountDownLatch go = new CountDownLatch(1);
    test.atoms.add(
        "slow",
        Recovery.RERUN,
        call -> {
          go.await();
          call.progress(0.5);
          return done();
        });
    TaskId task = test.run(serial("s", node("a", "slow")));
    List<TaskEvent> told = new CopyOnWriteArrayList<>();
    test.engine.subscribe(task, told::add);
    int from = test.state(task).seq();
    test.awaitNode(task, "a", NodeStatus.RUNNING);
    go.countDown();
    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    await().until(() -> told.stream().anyMatch(e -> e.state().equals(Optional.of("SUCCEEDED"))));

    List<TaskEvent> durable = told.stream().filter(event -> event.seq() > from).toList();
    assertThat(durable).isEqualTo(test.engine.events(task, from, 1000));
    assertThat(durable.get(durable.size() - 1).kind()).isEqualTo(TaskEvent.Kind.TASK_STATE);
    assertThat(told).anyMatch(event -> event.kind() == TaskEvent.Kind.PROGRESS);
  }

  @Test
  void memoryHoldsJustWhatTheBytesSay() {
    test.atoms.add(
        "numbers",
        Recovery.RERUN,
        call -> new Outcome.Succeeded(Map.of("half", 0.5, "big", 1L << 40, "one", 1L)));
    TaskPlan plan = test.plan(serial("s", node("a", "numbers")));
    TaskState created =
        TestEngine.get(test.engine.create(plan, false, TestEngine.ANN).toCompletableFuture());
    List<TaskState> decided = new CopyOnWriteArrayList<>();
    decided.add(created);
    decided.add(test.submit(plan.id(), new Command.Start()));
    test.awaitStatus(plan.id(), TaskStatus.SUCCEEDED);

    EventCodec codec = new EventCodec();
    var rows = test.store.journal(plan.id());
    assertThat(codec.fold(rows.subList(0, 1))).isEqualTo(decided.get(0));
    assertThat(codec.fold(rows.subList(0, 2))).isEqualTo(decided.get(1));
    TaskState end = codec.fold(rows);
    assertThat(codec.decodeSnapshot(codec.encodeSnapshot(end))).isEqualTo(end);
  }

  @Test
  void aTaskThatIsThereAlreadyIsAnsweredAsItIs() {
    test.atoms.add("quick", Recovery.RERUN, call -> done());
    TaskPlan plan = test.plan(serial("s", node("a", "quick")));
    TestEngine.get(test.engine.create(plan, true, TestEngine.ANN).toCompletableFuture());
    test.awaitStatus(plan.id(), TaskStatus.SUCCEEDED);

    TaskState again =
        TestEngine.get(test.engine.create(plan, true, TestEngine.ANN).toCompletableFuture());

    assertThat(again.status()).isEqualTo(TaskStatus.SUCCEEDED);
    assertThat(test.store.journal(plan.id())).hasSize(2);
  }

  @Test
  void refusesACommandOnATaskThatIsNotThere() {
    assertThatThrownBy(() -> test.submit(TaskId.at(1, 1), new Command.Start()))
        .isInstanceOfSatisfying(
            ProductException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  @Test
  void nothingIsLostWhileTheDatabaseIsAway() {
    CountDownLatch go = new CountDownLatch(1);
    test.atoms.add(
        "slow",
        Recovery.RERUN,
        call -> {
          go.await();
          return done();
        });
    TaskId task = test.run(serial("s", node("a", "slow"), node("b", "slow")));
    test.awaitNode(task, "a", NodeStatus.RUNNING);
    test.store.away = true;
    go.countDown();
    await().until(() -> !test.engine.health().problems().isEmpty());
    assertThatThrownBy(() -> test.submit(task, new Command.Suspend()))
        .isInstanceOfSatisfying(
            ProductException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));

    test.store.away = false;

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(test.engine.health().problems()).isEmpty();
  }

  @Test
  void findsOutHowAnUnknownCommitEnded() {
    test.atoms.add("quick", Recovery.RERUN, call -> done());
    int[] failures = {0};
    test.store.afterCommit =
        batch -> {
          if (failures[0]++ % 2 == 0) {
            throw new CommitUnknownException("connection lost", null);
          }
        };

    TaskId task = test.run(serial("s", node("a", "quick"), node("b", "quick")));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    assertThat(test.store.journal(task)).hasSize(3);
  }

  @Test
  void writesAgainWhatAnUnknownCommitDidNotWrite() {
    test.atoms.add("quick", Recovery.RERUN, call -> done());
    int[] failures = {0};
    test.store.beforeCommit =
        batch -> {
          if (failures[0]++ % 2 == 0) {
            throw new CommitUnknownException("connection lost", null);
          }
        };

    TaskId task = test.run(serial("s", node("a", "quick"), node("b", "quick")));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);
  }

  @Test
  void aTaskWhoseDataIsRefusedDoesNotStopTheOthers() {
    test.atoms.add("quick", Recovery.RERUN, call -> done());
    CountDownLatch go = new CountDownLatch(1);
    TaskPlan bad = test.plan(serial("s", node("a", "quick")));
    test.store.refuses = row -> row.task().equals(bad.id());
    test.store.beforeCommit =
        batch -> {
          try {
            go.await();
          } catch (InterruptedException e) {
            throw new StoreUnavailableException("interrupted", e);
          }
        };
    TaskPlan held = test.plan(serial("s", node("a", "quick")));
    TaskPlan good = test.plan(serial("s", node("a", "quick")));
    test.engine.create(held, true, TestEngine.ANN);
    var refused = test.engine.create(bad, true, TestEngine.ANN).toCompletableFuture();
    var taken = test.engine.create(good, true, TestEngine.ANN).toCompletableFuture();
    go.countDown();

    assertThatThrownBy(() -> TestEngine.get(refused)).isInstanceOf(ProductException.class);
    TestEngine.get(taken);
    test.awaitStatus(good.id(), TaskStatus.SUCCEEDED);
    assertThat(test.engine.health().problems())
        .anyMatch(text -> text.contains(bad.id().toString()));
  }
}
