package org.standardops.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.standardops.model.ErrorCode;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskStatus;

/** Every command in every state that a task and its node can be in together. */
class CommandTableTest {

  private static final OptionalInt ANY = OptionalInt.empty();
  private static final Set<ErrorCode> REFUSALS =
      EnumSet.of(ErrorCode.STATE_FORBIDS, ErrorCode.INVALID);
  private static final Map<String, TaskState> STATES = states();

  private static Map<String, TaskState> states() {
    Map<String, TaskState> states = new HashMap<>();
    for (long seed = 0; seed < 3_000; seed++) {
      TaskState state = TaskMachinePropertiesTest.wander(seed).state;
      state
          .nodes()
          .forEach(
              (id, node) -> states.put(state.status() + " " + node.status() + " " + id, state));
    }
    return states;
  }

  private static List<Command> commands(TaskState state, String node) {
    List<Command> commands = new ArrayList<>();
    commands.add(new Command.Start());
    commands.add(new Command.Suspend());
    commands.add(new Command.Resume());
    commands.add(new Command.Terminate("enough"));
    commands.add(new Command.ContinueStep("s3"));
    commands.add(new Command.RunAgain("s1"));
    commands.add(new Command.RetryNode(node, ANY, Map.of(), Map.of(), Optional.empty()));
    commands.add(new Command.SkipNode(node, ANY, ""));
    commands.add(new Command.StopNode(node, ANY, ""));
    commands.add(new Command.AnswerNode(node, ANY, true, ""));
    commands.add(new Command.ResolveNode(node, ANY, true, Map.of(), ""));
    commands.add(new Command.ResolveNode(node, ANY, false, Map.of(), ""));
    commands.add(new Command.Edit(state.plan(), ANY));
    commands.add(new Command.Modify(Map.of("v", 1), Map.of(), ANY));
    return commands;
  }

  private static Verdict give(TaskState state, Command command) {
    return TaskMachine.decide(
        state,
        new Input.Given(command, "ann"),
        SamplePlans.NOW.plusSeconds(1_000_000),
        Walk.CONDITIONS);
  }

  @Test
  void everyStateWasReached() {
    Set<TaskStatus> tasks = EnumSet.noneOf(TaskStatus.class);
    Set<NodeStatus> nodes = EnumSet.noneOf(NodeStatus.class);
    STATES
        .values()
        .forEach(
            state -> {
              tasks.add(state.status());
              state.nodes().values().forEach(node -> nodes.add(node.status()));
            });
    assertThat(tasks).containsExactlyInAnyOrder(TaskStatus.values());
    assertThat(nodes).containsExactlyInAnyOrder(NodeStatus.values());
  }

  @Test
  void everyCommandIsDoneOrRefusedWithWhatWouldBeAllowed() {
    STATES.forEach(
        (name, state) -> {
          for (Command command : commands(state, name.split(" ")[2])) {
            if (give(state, command) instanceof Verdict.Rejection refused) {
              assertThat(REFUSALS).as(name + ": " + command).contains(refused.code());
              assertThat(refused.detail())
                  .as(name + ": " + command)
                  .matches(
                      text ->
                          text.contains("allowed")
                              || text.contains("only")
                              || text.contains("choose"));
            }
          }
        });
  }

  @Test
  void aDoubledCommandStartsNothingTwice() {
    STATES.forEach(
        (name, state) -> {
          for (Command command : commands(state, name.split(" ")[2])) {
            if (give(state, command) instanceof Verdict.Decision first
                && !first.events().isEmpty()
                && give(first.state(), command) instanceof Verdict.Decision second) {
              assertThat(second.effects())
                  .as(name + ": " + command)
                  .noneMatch(Effect.CallAtom.class::isInstance);
            }
          }
        });
  }

  @Test
  void askingForTheStateThatIsThereAlreadyIsNoError() {
    STATES.forEach(
        (name, state) -> {
          TaskStatus status = state.status();
          Optional<Command> same =
              switch (status) {
                case RUNNING -> Optional.of(new Command.Resume());
                case SUSPENDED -> Optional.of(new Command.Suspend());
                case TERMINATING, TERMINATED -> Optional.of(new Command.Terminate(""));
                case CREATED, FAILED, SUCCEEDED -> Optional.empty();
              };
          same.ifPresent(
              command ->
                  assertThat(give(state, command))
                      .as(name)
                      .isInstanceOfSatisfying(
                          Verdict.Decision.class, done -> assertThat(done.effects()).isEmpty()));
        });
  }
}
