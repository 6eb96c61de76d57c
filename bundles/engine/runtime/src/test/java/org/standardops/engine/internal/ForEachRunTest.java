package org.standardops.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.standardops.engine.internal.TestEngine.node;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Outcome;
import org.standardops.atom.Recovery;
import org.standardops.engine.TaskEvent;
import org.standardops.engine.core.NodeState;
import org.standardops.model.TaskId;
import org.standardops.model.process.ForEach;
import org.standardops.model.process.Step;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskPlan.PlannedStep;
import org.standardops.model.task.TaskStatus;

class ForEachRunTest {

  private final TestEngine test = TestEngine.booted();
  private final Set<String> keys = ConcurrentHashMap.newKeySet();

  @AfterEach
  void stop() {
    test.close();
  }

  private static PlannedStep each(Optional<String> when, int limit, List<Object> items) {
    PlannedNode node = node("a", "echo");
    ForEach forEach = new ForEach(items, "url", limit, ForEach.Tolerate.NONE);
    PlannedNode each =
        new PlannedNode(
            node.id(),
            node.name(),
            node.atom(),
            node.timing(),
            true,
            Map.of("text", "${url} for ${who}"),
            node.policy(),
            Map.of("text", "texts"),
            Set.of(),
            when,
            Optional.of(forEach));
    return new PlannedStep("s", "s", Step.Mode.SERIAL, Step.Start.AUTOMATIC, List.of(each));
  }

  private void addEcho() {
    test.atoms.add(
        "echo",
        Recovery.RERUN,
        call -> {
          keys.add(call.intentKey());
          call.log().info(call.parameters().text("text"));
          return new Outcome.Succeeded(Map.of("text", call.parameters().text("text")));
        });
  }

  @Test
  void runsEachElementWithItsOwnKeyAndLog() {
    addEcho();
    TaskId task = test.run(each(Optional.of("who == 'world'"), 2, List.of("a", "b", "c")));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);

    assertThat(test.state(task).variables())
        .containsEntry("texts", List.of("a for world", "b for world", "c for world"));
    assertThat(keys).containsExactlyInAnyOrder(task + "-a-0-1", task + "-a-1-1", task + "-a-2-1");
    assertThat(test.logs.text(task, "a[1]", 1)).contains("b for world");
    assertThat(test.engine.events(task, 0, 1_000))
        .filteredOn(event -> event.kind() == TaskEvent.Kind.ELEMENT_STATE)
        .filteredOn(event -> event.state().equals(Optional.of("SUCCEEDED")))
        .extracting(event -> event.element().orElseThrow())
        .containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void aConditionThatIsNotMetSkipsTheNode() {
    addEcho();
    TaskId task = test.run(each(Optional.of("who == 'nobody'"), 2, List.of("a")));

    test.awaitStatus(task, TaskStatus.SUCCEEDED);

    assertThat(test.node(task, "a").status()).isEqualTo(NodeStatus.SKIPPED);
    assertThat(keys).isEmpty();
  }

  @Test
  void goesOnAfterACrashAndLosesNoElement() {
    addEcho();
    List<Object> items = Collections.nCopies(300, "x");
    TaskId task = test.run(each(Optional.empty(), 4, items));
    await().atMost(Duration.ofSeconds(20)).until(() -> keys.size() > 20);

    test.crashAndBoot();

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> test.state(task).status() == TaskStatus.SUCCEEDED);
    NodeState node = test.node(task, "a");
    assertThat(IntStream.range(0, 300).mapToObj(i -> node.elements().orElseThrow().get(node, i)))
        .allMatch(element -> element.status() == NodeStatus.SUCCEEDED);
    assertThat(keys).hasSize(300);
  }
}
