package org.standardops.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.standardops.model.process.Policy;
import org.standardops.model.process.ProcessDefinition.OnTimeout;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.TaskPlan;

class TaskMachinePropertiesTest {

  @Property(tries = 300)
  void replayIsAFoldAndNothingLeavesTheTables(@ForAll long seed) {
    Walk walk = wander(seed);

    assertThat(walk.folded()).isEqualTo(walk.state);
  }

  @Property(tries = 300)
  void everyTaskCanBeEndedInBoundedTime(@ForAll long seed) {
    Walk walk = wander(seed);

    walk.give(new Command.Terminate(""));
    walk.pass(Endings.GRACE);
    walk.pass(Endings.GRACE);

    assertThat(walk.state.status().isFinal()).as(walk.state.toString()).isTrue();
  }

  @Property(tries = 300)
  void whatIsAllowedIsNotRefused(@ForAll long seed) {
    Walk walk = wander(seed);

    List<NodeState> nodes = new ArrayList<>(walk.state.nodes().values());
    for (int i = 0; walk.state.nodes().get("e[" + i + "]") != null; i++) {
      nodes.add(walk.state.nodes().get("e[" + i + "]"));
    }
    for (NodeState node : nodes) {
      for (Action action : Allowed.node(walk.state, node.id())) {
        assertThat(
                TaskMachine.decide(
                    walk.state, command(action, node.id()), walk.now, Walk.CONDITIONS))
            .as(action + " of " + node)
            .isInstanceOf(Verdict.Decision.class);
      }
    }
  }

  @Example
  void everyLineOfTheTablesIsVisited() {
    Set<String> visited = new HashSet<>();
    for (long seed = 0; seed < 2_000; seed++) {
      visited.addAll(wander(seed).visited);
    }
    assertThat(visited).containsExactlyInAnyOrderElementsOf(Walk.tables());
  }

  private static Input command(Action action, String node) {
    OptionalInt any = OptionalInt.empty();
    Command command =
        switch (action) {
          case RETRY -> new Command.RetryNode(node, any, Map.of(), Map.of(), Optional.empty());
          case SKIP -> new Command.SkipNode(node, any, "");
          case STOP -> new Command.StopNode(node, any, "");
          case CONTINUE -> new Command.AnswerNode(node, any, true, "");
          case RESOLVE -> new Command.ResolveNode(node, any, true, Map.of(), "");
          default -> throw new AssertionError(action + " is no action on a node");
        };
    return new Input.Given(command, "ann");
  }

  /** A task, and sixty inputs of any kind that fit or do not fit its state. */
  static Walk wander(long seed) {
    Random random = new Random(seed);
    Walk walk = new Walk(plan(random), random.nextInt(4) > 0);
    for (int i = 0; i < 60; i++) {
      walk.decide(anyInput(walk, random));
    }
    return walk;
  }

  private static TaskPlan plan(Random random) {
    Optional<Duration> timeout =
        random.nextInt(4) == 0 ? Optional.of(Duration.ofMinutes(5)) : Optional.empty();
    OnTimeout onTimeout = OnTimeout.values()[random.nextInt(3)];
    return SamplePlans.plan(
        timeout,
        onTimeout,
        SamplePlans.serial("s1", SamplePlans.node("a", policy(random)), SamplePlans.excluded("x")),
        SamplePlans.limited(
            SamplePlans.parallel(
                "s2",
                SamplePlans.node("b", policy(random)),
                SamplePlans.when(SamplePlans.node("c", policy(random)), condition(random)),
                SamplePlans.forEach(
                    SamplePlans.node("e", policy(random)),
                    1 + random.nextInt(2),
                    random.nextInt(2),
                    "${urls}",
                    "https://c")),
            2),
        SamplePlans.when(
            SamplePlans.manual("s3", SamplePlans.node("d", policy(random))), condition(random)));
  }

  private static String condition(Random random) {
    return List.of("yes", "yes", "yes", "no", "nothing").get(random.nextInt(5));
  }

  private static Policy policy(Random random) {
    Policy.Retry retry = new Policy.Retry(random.nextInt(3), Duration.ofSeconds(20), 2.0);
    Optional<Duration> timeout =
        random.nextBoolean() ? Optional.of(Duration.ofSeconds(90)) : Optional.empty();
    return new Policy(retry, timeout, Policy.OnFailure.values()[random.nextInt(2)]);
  }

  private static Input anyInput(Walk walk, Random random) {
    List<String> nodes = new ArrayList<>(walk.state.nodes().keySet());
    nodes.addAll(List.of("e[0]", "e[2]"));
    List<String> active = walk.state.open().stream().map(NodeState::id).toList();
    int choice = random.nextInt(20);
    if (choice < 11 && !active.isEmpty()) {
      return answer(walk, active.get(random.nextInt(active.size())), random);
    } else if (choice < 13) {
      walk.now = walk.now.plusSeconds(random.nextInt(100));
      return new Input.TimePassed();
    } else if (choice == 13) {
      return new Input.Recovered();
    } else if (choice == 14) {
      return new Input.AtomsArrived(Set.of(new AtomRef("sample", "1.0.0")));
    }
    return new Input.Given(
        anyCommand(walk, nodes.get(random.nextInt(nodes.size())), random), "ann");
  }

  private static RecoveryClass recovery(String node) {
    return switch (node) {
      case "a", "d" -> RecoveryClass.UNKNOWN;
      case "b" -> RecoveryClass.RERUN;
      default -> RecoveryClass.REATTACH;
    };
  }

  private static Input answer(Walk walk, String id, Random random) {
    NodeState node = walk.state.nodes().get(id);
    OpenCall open = node.run().open().orElseThrow();
    int call = random.nextInt(12) == 0 ? open.number() - 1 : open.number();
    int intent = node.run().intent();
    RecoveryClass recovery = recovery(id);
    if (open.kind() == OpenCall.Kind.CALLBACK || random.nextInt(15) == 0) {
      return new Input.CallbackArrived(id, node.attempt(), List.of("body" + random.nextInt(2)));
    } else if (open.kind() == OpenCall.Kind.PERSON) {
      return new Input.Given(
          new Command.AnswerNode(id, OptionalInt.empty(), random.nextBoolean(), ""), "bob");
    } else if (open.kind() == OpenCall.Kind.RETRY_DELAY) {
      return new Input.TimePassed();
    } else if (open.kind() == OpenCall.Kind.CANCEL) {
      return new Input.CallEnded(id, call, intent, recovery, cancellation(random));
    } else if (open.acts() && !open.begun() && random.nextInt(4) > 0) {
      return new Input.CallBegins(id, call, recovery);
    } else if (random.nextInt(10) == 0) {
      return new Input.HandleKnown(id, call, intent, Map.of("job", random.nextInt(9)));
    } else if (random.nextInt(10) == 0) {
      return new Input.CheckpointReached(id, call, Map.of("done", random.nextInt(9)));
    }
    boolean mayNotReach = !open.begun();
    return new Input.CallEnded(id, call, intent, recovery, result(random, mayNotReach));
  }

  private static Result result(Random random, boolean mayNotReach) {
    return switch (random.nextInt(mayNotReach ? 10 : 8)) {
      case 0, 1 -> new Result.Succeeded(Map.of("n", random.nextInt(5)));
      case 2, 3 -> Walk.failed(Touched.values()[random.nextInt(3)]);
      case 4 -> new Result.Unknown("Nobody knows.");
      case 5 ->
          new Result.Poll(
              Duration.ofSeconds(random.nextInt(2) * 30), Map.of("job", 1), "job", Map.of());
      case 6 -> new Result.AwaitCallback(Map.of("job", 1), Duration.ofMinutes(1), "call");
      case 7 -> new Result.AwaitPerson(Map.of(), "Go on?", List.of("bob"));
      case 8 -> new Result.NotBegun();
      default -> new Result.AtomMissing("Install sample 1.0.0.");
    };
  }

  private static Result cancellation(Random random) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> new Result.Cancelled();
      case 2 -> new Result.StillCancelling(Duration.ofSeconds(10));
      case 3 -> new Result.CannotCancel("It has no brake.");
      case 4 -> new Result.Succeeded(Map.of());
      default -> Walk.failed(Touched.YES);
    };
  }

  private static Command anyCommand(Walk walk, String node, Random random) {
    OptionalInt attempt =
        random.nextInt(5) == 0 ? OptionalInt.of(random.nextInt(3)) : OptionalInt.empty();
    return switch (random.nextInt(14)) {
      case 0 -> new Command.Start();
      case 1 -> new Command.Suspend();
      case 2, 3 -> new Command.Resume();
      case 4 -> random.nextInt(4) == 0 ? new Command.Terminate("enough") : new Command.Start();
      case 5 -> new Command.ContinueStep("s3");
      case 13 -> new Command.RunAgain("s" + (1 + random.nextInt(3)));
      case 6 ->
          new Command.RetryNode(
              node, attempt, Map.of("p", random.nextInt(5)), Map.of("v", 1), Optional.empty());
      case 7 -> new Command.SkipNode(node, attempt, "");
      case 8 -> new Command.StopNode(node, attempt, "wrong one");
      case 9 -> new Command.AnswerNode(node, attempt, true, "");
      case 10 -> new Command.ResolveNode(node, attempt, random.nextBoolean(), Map.of("r", 1), "");
      case 11 -> new Command.Edit(walk.state.plan(), OptionalInt.empty());
      default ->
          new Command.Modify(Map.of("v", 2), Map.of(node, Map.of("p", 7)), OptionalInt.empty());
    };
  }
}
