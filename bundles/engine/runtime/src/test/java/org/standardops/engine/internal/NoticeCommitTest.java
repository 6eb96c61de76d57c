package org.standardops.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.standardops.engine.internal.TestEngine.serial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Outcome;
import org.standardops.atom.Recovery;
import org.standardops.engine.port.CommitBatch;
import org.standardops.model.process.Notify;
import org.standardops.model.task.Notice;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskStatus;

class NoticeCommitTest {

  private final TestEngine test = TestEngine.booted();

  @AfterEach
  void stop() {
    test.close();
  }

  @Test
  void aNoticeIsCommittedWithTheRowThatItTellsOf() {
    List<CommitBatch> batches = new CopyOnWriteArrayList<>();
    test.store.afterCommit = batches::add;
    test.atoms.add("quick", Recovery.RERUN, call -> new Outcome.Succeeded(Map.of()));
    TaskPlan plan = telling(test.plan(serial("s", TestEngine.node("a", "quick"))));

    TestEngine.get(test.engine.create(plan, true, TestEngine.ANN).toCompletableFuture());
    test.awaitStatus(plan.id(), TaskStatus.SUCCEEDED);

    List<CommitBatch> telling =
        batches.stream().filter(batch -> !batch.notices().isEmpty()).toList();
    assertThat(telling).hasSize(1);
    Notice notice = telling.get(0).notices().get(0);
    assertThat(notice.why()).isEqualTo(Notice.Why.SUCCEEDED);
    assertThat(telling.get(0).rows())
        .anyMatch(row -> row.task().equals(plan.id()) && row.seq() == notice.seq());
  }

  private static TaskPlan telling(TaskPlan plan) {
    Notify notify =
        new Notify(
            List.of(Notify.On.SUCCESS),
            List.of(Notify.Channel.EMAIL),
            List.of("cat"),
            List.of(),
            false);
    return plan.withNotification(Optional.of(notify));
  }
}
