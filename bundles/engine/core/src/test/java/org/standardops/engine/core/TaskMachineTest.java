package org.standardops.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.standardops.engine.core.SamplePlans.manual;
import static org.standardops.engine.core.SamplePlans.node;
import static org.standardops.engine.core.SamplePlans.parallel;
import static org.standardops.engine.core.SamplePlans.plan;
import static org.standardops.engine.core.SamplePlans.serial;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.standardops.model.ErrorCode;
import org.standardops.model.process.Policy;
import org.standardops.model.process.ProcessDefinition.OnTimeout;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.StepStatus;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;
import org.standardops.model.task.WaitingFor;

class TaskMachineTest {

  private static final OptionalInt ANY = OptionalInt.empty();

  @Test
  void runsSerialNodesOneAfterAnotherAndFinishesAndStartsInOneRow() {
    Walk walk = Walk.started(plan(serial("s", node("a"), node("b"))));
    assertThat(walk.state.nodes().get("b").isActive()).isFalse();

    walk.succeed("a");

    assertThat(walk.entries).hasSize(2);
    assertThat(walk.status("a")).isEqualTo(NodeStatus.SUCCEEDED);
    assertThat(walk.effects).containsExactly(new Effect.CallAtom("b", 1));
    walk.succeed("b");
    assertThat(walk.state.status()).isEqualTo(TaskStatus.SUCCEEDED);
  }

  @Test
  void runsParallelNodesTogetherAndTheNextStepAfterTheLast() {
    Walk walk = Walk.started(plan(parallel("s", node("a"), node("b")), serial("t", node("c"))));
    assertThat(walk.effects)
        .containsExactly(new Effect.CallAtom("a", 1), new Effect.CallAtom("b", 1));

    walk.succeed("b");
    assertThat(walk.state.nodes().get("c").isActive()).isFalse();
    walk.succeed("a");

    assertThat(walk.state.nodes().get("c").isActive()).isTrue();
  }

  @Test
  void leavesNodesThatWereNotSelected() {
    Walk walk = Walk.started(plan(serial("s", SamplePlans.excluded("a")), serial("t", node("b"))));

    walk.succeed("b");

    assertThat(walk.status("a")).isEqualTo(NodeStatus.EXCLUDED);
    assertThat(walk.state.status()).isEqualTo(TaskStatus.SUCCEEDED);
    assertThat(Steps.status(walk.state, walk.state.plan().steps().get(0)))
        .isEqualTo(StepStatus.EXCLUDED);
  }

  @Test
  void tellsAWaitForTimeFromOneForTheOutside() {
    Walk walk = Walk.started(plan(parallel("s", node("a"), node("b"))));
    Result.Poll poll = new Result.Poll(Duration.ofHours(1), Map.of(), "", Map.of());

    walk.end("a", poll.asTimer());
    walk.end("b", poll);

    assertThat(walk.state.nodes().get("a").waitingFor().orElseThrow().kind())
        .isEqualTo(WaitingFor.Kind.TIMER);
    assertThat(walk.state.nodes().get("b").waitingFor().orElseThrow().kind())
        .isEqualTo(WaitingFor.Kind.POLL);
  }

  @Test
  void aReadyNodeWaitsForCapacityUntilAThreadTakesIt() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    assertThat(walk.state.nodes().get("a").waitingFor().orElseThrow().kind())
        .isEqualTo(WaitingFor.Kind.CAPACITY);

    walk.begin("a", RecoveryClass.RERUN);

    assertThat(walk.status("a")).isEqualTo(NodeStatus.RUNNING);
  }

  @Test
  void aManualStepAwaitsAPerson() {
    Walk walk = Walk.started(plan(manual("m", node("a"))));
    assertThat(walk.state.status()).isEqualTo(TaskStatus.RUNNING);
    assertThat(Steps.status(walk.state, walk.state.plan().steps().get(0)))
        .isEqualTo(StepStatus.AWAITING_PERSON);

    walk.give(new Command.ContinueStep("m"));

    assertThat(walk.state.nodes().get("a").isActive()).isTrue();
    assertThat(walk.give(new Command.ContinueStep("m"))).isInstanceOf(Verdict.Decision.class);
  }

  @Test
  void anAnswerOfAnotherCallChangesNoState() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.end("a", new Result.Poll(Duration.ofSeconds(5), Map.of("job", 1), "job", Map.of()));

    walk.decide(
        new Input.CallEnded("a", 1, 1, RecoveryClass.RERUN, new Result.Succeeded(Map.of())));

    assertThat(walk.status("a")).isEqualTo(NodeStatus.WAITING);
    assertThat(walk.state.nodes().get("a").run().lateAnswers()).isEqualTo(1);
  }

  @Test
  void aLateAnswerThatStillRunsIsCancelled() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.begin("a", RecoveryClass.REATTACH);
    walk.give(new Command.Terminate(""));
    walk.pass(Endings.GRACE);
    assertThat(walk.state.status()).isEqualTo(TaskStatus.TERMINATED);

    walk.decide(
        new Input.CallEnded(
            "a",
            1,
            1,
            RecoveryClass.REATTACH,
            new Result.Poll(Duration.ZERO, Map.of("job", 1), "", Map.of())));

    assertThat(walk.effects).containsExactly(new Effect.CancelLate("a", 1, 1, Map.of("job", 1)));
  }

  @Test
  void outputsBecomeVariables() {
    Walk walk =
        Walk.started(
            plan(serial("s", node("a", Policy.DEFAULT, Map.of(), Map.of("report", "a_report")))));

    walk.end("a", new Result.Succeeded(Map.of("report", List.of(1))));

    assertThat(walk.state.variables()).containsEntry("a_report", List.of(1));
  }

  @Test
  void retriesWithBackoffAndThenFails() {
    Policy policy = SamplePlans.retry(2, Duration.ofSeconds(10));
    Walk walk = Walk.started(plan(serial("s", node("a", policy))));

    walk.fail("a", RecoveryClass.RERUN, Touched.NO);
    assertThat(walk.open("a").until()).contains(walk.now.plusSeconds(10));
    walk.pass(Duration.ofSeconds(10));
    walk.fail("a", RecoveryClass.RERUN, Touched.NO);
    assertThat(walk.open("a").until()).contains(walk.now.plusSeconds(20));
    walk.pass(Duration.ofSeconds(20));
    walk.fail("a", RecoveryClass.RERUN, Touched.NO);

    assertThat(walk.status("a")).isEqualTo(NodeStatus.FAILED);
    assertThat(walk.state.status()).isEqualTo(TaskStatus.FAILED);
    assertThat(walk.state.nodes().get("a").attempts()).hasSize(3);
  }

  @Test
  void doesNotRetryWhatCanOnlyFailAgain() {
    Policy policy = SamplePlans.retry(2, Duration.ofSeconds(10));
    Walk walk = Walk.started(plan(serial("s", node("a", policy))));

    walk.end(
        "a",
        new Result.Failed(new NodeError("INVALID_PARAMETERS", "no", false), Touched.NO, Map.of()));

    assertThat(walk.status("a")).isEqualTo(NodeStatus.FAILED);
  }

  @Test
  void anAutomaticRetryKeepsTheIntentWhereTheOutsideMayHaveBeenTouched() {
    Policy policy = SamplePlans.retry(2, Duration.ZERO);
    Walk walk = Walk.started(plan(serial("s", node("a", policy))));

    walk.fail("a", RecoveryClass.RERUN, Touched.MAYBE);
    assertThat(walk.state.nodes().get("a").run().intent()).isEqualTo(1);
    walk.fail("a", RecoveryClass.RERUN, Touched.NO);

    assertThat(walk.state.nodes().get("a").run().intent()).isEqualTo(2);
  }

  @Test
  void noPolicyRetriesWhatIsUnknown() {
    Policy policy = SamplePlans.retry(2, Duration.ZERO);
    Walk walk = Walk.started(plan(serial("s", node("a", policy))));

    walk.fail("a", RecoveryClass.UNKNOWN, Touched.MAYBE);

    assertThat(walk.status("a")).isEqualTo(NodeStatus.UNKNOWN);
    assertThat(walk.state.status()).isEqualTo(TaskStatus.FAILED);
  }

  @Test
  void aPersonsRetryIsANewIntentAndKeepsOldParameters() {
    Walk walk =
        Walk.started(
            plan(serial("s", node("a", Policy.DEFAULT, Map.of("x", 1, "y", 2), Map.of()))));
    walk.fail("a", RecoveryClass.UNKNOWN, Touched.MAYBE);
    Map<String, Object> changes = new java.util.HashMap<>();
    changes.put("x", 5);
    changes.put("y", null);

    walk.give(
        new Command.RetryNode("a", OptionalInt.of(1), changes, Map.of(), Optional.of("2.0.0")));

    NodeState node = walk.state.nodes().get("a");
    assertThat(node.run().intent()).isEqualTo(2);
    assertThat(node.params()).isEqualTo(Map.of("x", 5));
    assertThat(node.attempts().get(0).params()).isEqualTo(Map.of("x", 1, "y", 2));
    assertThat(node.attempts().get(1).by()).contains("ann");
    assertThat(node.atom().version()).isEqualTo("2.0.0");
    assertThat(walk.state.status()).isEqualTo(TaskStatus.RUNNING);
  }

  @Test
  void refusesACommandOnAnAttemptThatIsNotTheCurrentOne() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.fail("a", RecoveryClass.RERUN, Touched.NO);

    Verdict verdict = walk.give(new Command.SkipNode("a", OptionalInt.of(2), ""));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Rejection.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ATTEMPT_CHANGED));
  }

  @Test
  void saysWhichStateForbidsACommandAndWhatIsAllowed() {
    Walk walk = new Walk(plan(serial("s", node("a"))), false);

    Verdict verdict = walk.give(new Command.Suspend());

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Rejection.class,
            refused ->
                assertThat(refused.detail())
                    .isEqualTo("The task is CREATED; allowed now: START, EDIT, TERMINATE."));
  }

  @Test
  void askingForTheStateThatItHasIsNoError() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.give(new Command.Suspend());

    assertThat(walk.give(new Command.Suspend()))
        .isInstanceOfSatisfying(
            Verdict.Decision.class, decision -> assertThat(decision.events()).isEmpty());
  }

  @Test
  void suspendStartsNothingNewButFollowsWhatRuns() {
    Walk walk = Walk.started(plan(serial("s", node("a"), node("b"))));
    walk.begin("a", RecoveryClass.RERUN);
    walk.give(new Command.Suspend());

    walk.succeed("a");
    assertThat(walk.state.nodes().get("b").isActive()).isFalse();
    walk.give(new Command.Resume());

    assertThat(walk.effects).containsExactly(new Effect.CallAtom("b", 1));
  }

  @Test
  void aReadyNodeIsHeldWhileSuspendedAndCalledAfterwards() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.give(new Command.Suspend());

    assertThat(walk.begin("a", RecoveryClass.UNKNOWN)).isInstanceOf(Verdict.Rejection.class);
    walk.give(new Command.Resume());

    assertThat(walk.effects).containsExactly(new Effect.CallAtom("a", 1));
  }

  @Test
  void terminateCancelsWhatRunsAndEndsWhenItIsCancelled() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.end("a", new Result.Poll(Duration.ofHours(1), Map.of("job", 1), "job", Map.of()));

    walk.give(new Command.Terminate("enough"));
    assertThat(walk.state.status()).isEqualTo(TaskStatus.TERMINATING);
    assertThat(walk.open("a").kind()).isEqualTo(OpenCall.Kind.CANCEL);
    walk.end("a", new Result.Cancelled());

    assertThat(walk.status("a")).isEqualTo(NodeStatus.TERMINATED);
    assertThat(walk.state.status()).isEqualTo(TaskStatus.TERMINATED);
  }

  @Test
  void terminateCancelsTheHandleThatAStartBringsLater() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.begin("a", RecoveryClass.RERUN);
    walk.give(new Command.Terminate(""));
    assertThat(walk.effects).containsExactly(new Effect.StopCall("a", 1));

    walk.end("a", new Result.Poll(Duration.ZERO, Map.of("job", 9), "", Map.of()));

    assertThat(walk.open("a").kind()).isEqualTo(OpenCall.Kind.CANCEL);
    assertThat(walk.state.nodes().get("a").run().handle()).contains(Map.of("job", 9));
  }

  @Test
  void tellsWhatTerminateCouldNotCancel() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.end("a", new Result.Poll(Duration.ofHours(1), Map.of("job", 1), "job", Map.of()));
    walk.give(new Command.Terminate(""));

    walk.end("a", new Result.CannotCancel("It has no brake."));

    assertThat(walk.state.status()).isEqualTo(TaskStatus.TERMINATED);
    assertThat(walk.state.nodes().get("a").error().orElseThrow().message())
        .isEqualTo("It has no brake.");
  }

  @Test
  void stopMakesTheNodeFailedOrUnknown() {
    Walk walk = Walk.started(plan(parallel("s", node("a"), node("b"))));
    for (String id : List.of("a", "b")) {
      walk.end(id, new Result.Poll(Duration.ofHours(1), Map.of("job", 1), "job", Map.of()));
      walk.give(new Command.StopNode(id, ANY, "wrong host"));
    }

    walk.end("a", new Result.Cancelled());
    walk.end("b", new Result.CannotCancel("It has no brake."));

    assertThat(walk.state.nodes().get("a").error().orElseThrow().message())
        .isEqualTo("Stopped by ann: wrong host");
    assertThat(walk.status("a")).isEqualTo(NodeStatus.FAILED);
    assertThat(walk.status("b")).isEqualTo(NodeStatus.UNKNOWN);
  }

  @Test
  void aTimeOutCancelsAndFails() {
    Walk walk =
        Walk.started(plan(serial("s", node("a", SamplePlans.timeout(Duration.ofMinutes(5))))));
    walk.begin("a", RecoveryClass.REATTACH);
    walk.end("a", new Result.Poll(Duration.ofHours(1), Map.of("job", 1), "job", Map.of()));

    walk.pass(Duration.ofMinutes(5));
    walk.end("a", RecoveryClass.REATTACH, new Result.Cancelled());

    assertThat(walk.state.nodes().get("a").error().orElseThrow().code()).isEqualTo("TIMEOUT");
    assertThat(walk.status("a")).isEqualTo(NodeStatus.FAILED);
  }

  @Test
  void aTimedOutCallThatDoesNotReturnEndsUnknownAfterTheGrace() {
    Walk walk =
        Walk.started(plan(serial("s", node("a", SamplePlans.timeout(Duration.ofMinutes(5))))));
    walk.begin("a", RecoveryClass.REATTACH);

    walk.pass(Duration.ofMinutes(5));
    assertThat(walk.status("a")).isEqualTo(NodeStatus.RUNNING);
    walk.pass(Endings.GRACE);

    assertThat(walk.status("a")).isEqualTo(NodeStatus.UNKNOWN);
  }

  @Test
  void aCallBegunOfClassUnknownIsUnknownAfterACrash() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.begin("a", RecoveryClass.UNKNOWN);

    walk.decide(new Input.Recovered());

    assertThat(walk.status("a")).isEqualTo(NodeStatus.UNKNOWN);
  }

  @Test
  void aCallNotBegunIsMadeAfterACrashUnderTheSameIntentAndANewNumber() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));

    walk.decide(new Input.Recovered());

    assertThat(walk.effects).containsExactly(new Effect.CallAtom("a", 2));
    assertThat(walk.state.nodes().get("a").run().intent()).isEqualTo(1);
    assertThat(walk.open("a").recovering()).isTrue();
  }

  @Test
  void aSavedHandleIsPolledAfterACrash() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.begin("a", RecoveryClass.UNKNOWN);
    walk.decide(new Input.HandleKnown("a", 1, 1, Map.of("job", 4)));

    walk.decide(new Input.Recovered());

    assertThat(walk.open("a").kind()).isEqualTo(OpenCall.Kind.POLL);
    assertThat(walk.status("a")).isEqualTo(NodeStatus.WAITING);
  }

  @Test
  void aCheckpointStaysOverACrashAndARetryUntilTheNodeHasSucceeded() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.begin("a", RecoveryClass.RERUN);
    walk.decide(new Input.CheckpointReached("a", 1, Map.of("done", List.of("h1"))));

    walk.decide(new Input.Recovered());
    assertThat(walk.state.nodes().get("a").run().checkpoint()).isPresent();

    walk.end("a", Walk.failed(Touched.YES));
    walk.give(
        new Command.RetryNode("a", OptionalInt.empty(), Map.of(), Map.of(), Optional.empty()));
    assertThat(walk.state.nodes().get("a").run().checkpoint())
        .contains(Map.of("done", List.of("h1")));

    walk.end("a", new Result.Succeeded(Map.of()));
    assertThat(walk.state.nodes().get("a").run().checkpoint()).isEmpty();
  }

  @Test
  void aQuestionThatNobodyAnswersInTimeFailsItsNode() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.end(
        "a",
        new Result.AwaitPerson(
            Map.of(), "Go on?", List.of("bob"), Optional.of(Duration.ofHours(1))));
    assertThat(Dues.next(walk.state, java.time.Instant.MIN))
        .contains(walk.now.plus(Duration.ofHours(1)));

    walk.pass(Duration.ofHours(1));
    walk.end("a", new Result.Cancelled());

    assertThat(walk.status("a")).isEqualTo(NodeStatus.FAILED);
    assertThat(walk.state.nodes().get("a").error().orElseThrow().code())
        .isEqualTo("ANSWER_DEADLINE");
  }

  @Test
  void aCheckpointOfACallThatIsNotOpenIsRefused() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.begin("a", RecoveryClass.RERUN);
    walk.decide(new Input.Recovered());

    assertThat(
            TaskMachine.decide(walk.state, new Input.CheckpointReached("a", 1, Map.of()), walk.now))
        .isInstanceOf(Verdict.Rejection.class);
  }

  @Test
  void aWaitGoesOnAfterACrash() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.end("a", new Result.Poll(Duration.ofSeconds(30), Map.of("job", 1), "job", Map.of()));
    TaskState before = walk.state;

    walk.decide(new Input.Recovered());

    assertThat(walk.state).isEqualTo(before);
    assertThat(Dues.next(walk.state, java.time.Instant.MIN)).contains(walk.now.plusSeconds(30));
  }

  @Test
  void aCallbackDuringStartIsFoundByTheWait() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.begin("a", RecoveryClass.RERUN);
    walk.decide(new Input.CallbackArrived("a", 1, List.of("ok")));
    assertThat(walk.status("a")).isEqualTo(NodeStatus.RUNNING);

    walk.end("a", new Result.AwaitCallback(Map.of(), Duration.ofMinutes(1), ""));

    assertThat(walk.open("a").kind()).isEqualTo(OpenCall.Kind.RESUME);
  }

  @Test
  void aCallbackWorksOnce() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.end("a", new Result.AwaitCallback(Map.of(), Duration.ofMinutes(1), ""));
    Input.CallbackArrived first = new Input.CallbackArrived("a", 1, List.of("ok"));
    assertThat(Callbacks.meet(walk.state, first)).isEqualTo(Callbacks.Meeting.TAKEN);
    walk.decide(first);

    assertThat(Callbacks.meet(walk.state, first)).isEqualTo(Callbacks.Meeting.TAKEN_BEFORE);
    assertThat(Callbacks.meet(walk.state, new Input.CallbackArrived("a", 1, List.of("other"))))
        .isEqualTo(Callbacks.Meeting.ANSWERED_OTHERWISE);
  }

  @Test
  void aPersonsAnswerResumesTheNode() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.end("a", new Result.AwaitPerson(Map.of(), "Go on?", List.of("bob")));
    assertThat(walk.state.nodes().get("a").question().orElseThrow().text()).isEqualTo("Go on?");

    walk.give(new Command.AnswerNode("a", ANY, true, "fine"));

    assertThat(walk.open("a").kind()).isEqualTo(OpenCall.Kind.RESUME);
    assertThat(walk.state.nodes().get("a").run().answer().orElseThrow().by()).isEqualTo("ann");
  }

  @Test
  void aMissingAtomParksTheNodeUntilItReturns() {
    Walk walk = Walk.started(plan(serial("s", node("a"))));
    walk.end("a", new Result.AtomMissing("Install sample 1.0.0."));
    assertThat(walk.state.nodes().get("a").waitingFor().orElseThrow().kind())
        .isEqualTo(WaitingFor.Kind.ATOM_VERSION);

    walk.decide(new Input.AtomsArrived(java.util.Set.of(walk.state.nodes().get("a").atom())));

    assertThat(walk.effects).containsExactly(new Effect.CallAtom("a", 1));
  }

  @Test
  void theProcessTimeoutMarksTheTaskOverdueAndStandsStillWhileSuspended() {
    Walk walk =
        Walk.started(
            plan(Optional.of(Duration.ofMinutes(10)), OnTimeout.NOTIFY, manual("m", node("a"))));
    walk.pass(Duration.ofMinutes(4));
    walk.give(new Command.Suspend());
    walk.pass(Duration.ofMinutes(60));
    walk.give(new Command.Resume());

    walk.pass(Duration.ofMinutes(5));
    assertThat(walk.state.overdue()).isFalse();
    walk.pass(Duration.ofMinutes(1));

    assertThat(walk.state.overdue()).isTrue();
    assertThat(walk.state.status()).isEqualTo(TaskStatus.RUNNING);
  }

  @Test
  void modifiesOnlyNodesThatHaveNotStarted() {
    Walk walk = Walk.started(plan(serial("s", node("a"), node("b"))));
    walk.give(new Command.Suspend());

    Verdict refused = walk.give(new Command.Modify(Map.of(), Map.of("a", Map.of("x", 1)), ANY));
    walk.give(new Command.Modify(Map.of("v", 1), Map.of("b", Map.of("x", 1)), ANY));

    assertThat(refused)
        .isInstanceOfSatisfying(
            Verdict.Rejection.class,
            rejection -> assertThat(rejection.faults().get(0).pointer()).isEqualTo("/params/a"));
    assertThat(walk.state.nodes().get("b").params()).isEqualTo(Map.of("x", 1));
  }

  @Test
  void anAttemptKeepsTheVariablesThatItBeganWith() {
    Walk walk =
        Walk.started(
            plan(serial("s", node("a", Policy.DEFAULT, Map.of("to", "${urls}"), Map.of()))));
    walk.end("a", new Result.Poll(Duration.ofHours(1), Map.of(), "", Map.of()));
    walk.give(new Command.Suspend());

    walk.give(new Command.Modify(Map.of("urls", List.of("https://c")), Map.of(), ANY));

    assertThat(ParameterValues.of(walk.state, walk.state.nodes().get("a")).value())
        .containsEntry("to", List.of("https://a", "https://b"));
    assertThat(walk.state.variables()).containsEntry("urls", List.of("https://c"));
  }

  @Test
  void resolvesWhatAnAuthorMayRefer() {
    Walk walk =
        Walk.started(
            plan(
                serial(
                    "s",
                    node("a"),
                    node(
                        "b",
                        Policy.DEFAULT,
                        Map.of(
                            "text", "${business.region}/${task.name}/${node.a.rows.0.id}",
                            "gone", "${node.a.nothing}"),
                        Map.of()))));
    walk.end("a", new Result.Succeeded(Map.of("rows", List.of(Map.of("id", 7)))));

    var resolved = ParameterValues.of(walk.state, walk.state.nodes().get("b"));

    assertThat(resolved.value()).containsEntry("text", "eu/Sample_1/7");
    assertThat(resolved.faults()).hasSize(1);
  }

  private static TaskPlan startingIn(Duration time) {
    TaskPlan.StartAt at = new TaskPlan.StartAt(SamplePlans.NOW.plus(time), "bob", false);
    return plan(serial("s", node("a"))).startingAt(Optional.of(at));
  }

  @Test
  void startsByItselfOnceItsTimeHasCome() {
    Walk walk = new Walk(startingIn(Duration.ofHours(1)), false);
    assertThat(Dues.next(walk.state, SamplePlans.NOW))
        .contains(SamplePlans.NOW.plus(Duration.ofHours(1)));
    walk.pass(Duration.ofMinutes(59));
    assertThat(walk.state.status()).isEqualTo(TaskStatus.CREATED);

    walk.pass(Duration.ofMinutes(1));

    assertThat(walk.state.status()).isEqualTo(TaskStatus.RUNNING);
    assertThat(walk.entries.get(1).events()).startsWith(new Event.TaskStarted("bob"));
    assertThat(walk.effects).containsExactly(new Effect.CallAtom("a", 1));
    assertThat(walk.state.startsAt()).isEmpty();
  }

  @Test
  void startsNotMoreThanTenMinutesLate() {
    Walk inTime = new Walk(startingIn(Duration.ZERO), false);
    inTime.pass(Duration.ofMinutes(10));
    assertThat(inTime.state.status()).isEqualTo(TaskStatus.RUNNING);

    Walk walk = new Walk(startingIn(Duration.ZERO), false);
    walk.pass(Duration.ofMinutes(10).plusNanos(1_000));

    assertThat(walk.state.status()).isEqualTo(TaskStatus.CREATED);
    assertThat(walk.state.plan().startAt().orElseThrow().missed()).isTrue();
    assertThat(Dues.next(walk.state, SamplePlans.NOW)).isEmpty();
    walk.give(new Command.Start());
    assertThat(walk.state.status()).isEqualTo(TaskStatus.RUNNING);
    assertThat(walk.folded()).isEqualTo(walk.state);
  }

  @Test
  void startsAtTheTimeThatItWasChangedTo() {
    Walk walk = new Walk(startingIn(Duration.ofHours(1)), false);
    walk.give(new Command.Edit(startingIn(Duration.ofHours(3)), ANY));

    walk.pass(Duration.ofHours(1));
    assertThat(walk.state.status()).isEqualTo(TaskStatus.CREATED);
    walk.give(new Command.Edit(walk.state.plan().startingAt(Optional.empty()), ANY));
    walk.pass(Duration.ofHours(2));

    assertThat(walk.state.status()).isEqualTo(TaskStatus.CREATED);
  }

  @Test
  void refusesChangesOfAStateThatIsNoLongerThere() {
    Walk walk = new Walk(plan(serial("s", node("a"))), false);
    walk.give(new Command.Edit(walk.state.plan(), OptionalInt.of(1)));

    assertThat(walk.give(new Command.Edit(walk.state.plan(), OptionalInt.of(1))))
        .isInstanceOfSatisfying(
            Verdict.Rejection.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ETAG_CHANGED));
    assertThat(walk.give(new Command.Modify(Map.of(), Map.of(), OptionalInt.of(1))))
        .isInstanceOfSatisfying(
            Verdict.Rejection.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ETAG_CHANGED));
  }
}
