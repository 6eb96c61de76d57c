package org.standardops.persistence.internal.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.standardops.persistence.internal.journal.Tasks.changed;
import static org.standardops.persistence.internal.journal.Tasks.created;
import static org.standardops.persistence.internal.journal.Tasks.id;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.standardops.engine.port.TaskRow;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.task.TaskStatus;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.persistence.internal.journal.JdbcJournalStore;
import org.standardops.persistence.internal.journal.Tasks;
import org.standardops.services.port.AtomUses.Use;
import org.standardops.services.port.AtomUses.Uses;

/** Tasks of {@link Tasks} are on the atom {@code timer 1.0.0}. */
abstract class AtomUsesContract extends DatabaseContract {

  private final JdbcAtomUses uses;
  private final JdbcJournalStore journal;
  private Map<Integer, Long> epochs = Map.of();

  AtomUsesContract(TestDatabase on) {
    super(on);
    uses = new JdbcAtomUses(on.database());
    journal = new JdbcJournalStore(on.database());
  }

  @BeforeEach
  void takeOver() {
    epochs = journal.takeOver("this server");
  }

  @AfterAll
  void closeJournal() {
    journal.close();
  }

  @Test
  void countsTasksAndNamesTheFirst() {
    for (int n = 1; n <= 3; n++) {
      write(created(id(n), Heat.HOT));
    }

    assertThat(uses.tasks(List.of("other", "timer"), "1.0.0", 2))
        .isEqualTo(
            new Uses(
                3,
                List.of(
                    new Use(id(1).toString(), Tasks.BUSINESS),
                    new Use(id(2).toString(), Tasks.BUSINESS))));
    assertThat(uses.tasks(List.of("timer"), "1.1.0", 2)).isEqualTo(Uses.NONE);
    assertThat(uses.tasks(List.of("other"), "1.0.0", 2)).isEqualTo(Uses.NONE);
    assertThat(uses.tasks(List.of(), "1.0.0", 2)).isEqualTo(Uses.NONE);
  }

  @Test
  void leavesOutATaskThatHasEnded() {
    write(created(id(1), Heat.HOT));
    write(changed(id(1), 4, TaskStatus.SUCCEEDED, Heat.FINAL, Optional.empty(), Optional.empty()));

    assertThat(uses.tasks(List.of("timer"), "1.0.0", 2)).isEqualTo(Uses.NONE);
  }

  private void write(TaskRow row) {
    journal.commit(Tasks.tasks(epochs, row));
  }
}
