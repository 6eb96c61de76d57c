package org.standardops.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.standardops.engine.internal.TestEngine.node;
import static org.standardops.engine.internal.TestEngine.parallel;
import static org.standardops.engine.internal.TestEngine.serial;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Outcome;
import org.standardops.atom.Recovery;
import org.standardops.engine.TaskEvent;
import org.standardops.model.TaskId;
import org.standardops.model.task.TaskStatus;

class EventHistoryTest {

  private final TestEngine test = TestEngine.booted();

  @AfterEach
  void stop() {
    test.close();
  }

  @Test
  void tellsTheSameFromAnySequenceOn() {
    test.atoms.add("quick", Recovery.RERUN, call -> new Outcome.Succeeded(Map.of()));
    TaskId task =
        test.run(
            serial("s", node("a", "quick"), node("b", "quick")),
            parallel("p", node("c", "quick"), node("d", "quick")));
    test.awaitStatus(task, TaskStatus.SUCCEEDED);
    List<TaskEvent> all = test.engine.events(task, 0, 1_000);
    int end = all.get(all.size() - 1).seq();

    for (int after = end; after >= 0; after--) {
      int from = after;
      List<TaskEvent> later = all.stream().filter(event -> event.seq() > from).toList();
      assertThat(test.engine.events(task, after, 1_000)).isEqualTo(later);
      assertThat(test.engine.events(task, after, 2))
          .isEqualTo(later.stream().filter(event -> event.seq() <= from + 2).toList());
    }
  }
}
