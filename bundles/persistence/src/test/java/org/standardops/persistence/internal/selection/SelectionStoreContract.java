package org.standardops.persistence.internal.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.standardops.model.ProcessId;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.services.port.SavedSelection;

abstract class SelectionStoreContract extends DatabaseContract {

  private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123456Z");
  private static final ProcessId PROCESS = new ProcessId("p1");

  private final JpaSelectionStore store;

  SelectionStoreContract(TestDatabase on) {
    super(on);
    store = new JpaSelectionStore(on.tx());
  }

  private static SavedSelection selection(String name, String... nodes) {
    return new SavedSelection(name, List.of(nodes), "ann", AT);
  }

  @Test
  void listsThoseOfOneProcessByName() {
    store.save(PROCESS, selection("rest 其余", "b"));
    store.save(PROCESS, selection("all", "a", "b"));
    store.save(new ProcessId("p2"), selection("others", "c"));

    assertThat(store.list(PROCESS))
        .containsExactly(selection("all", "a", "b"), selection("rest 其余", "b"));
  }

  @Test
  void replacesTheOneOfTheSameName() {
    store.save(PROCESS, selection("all", "a"));
    SavedSelection later = new SavedSelection("all", List.of("b"), "bob", AT.plusSeconds(1));

    store.save(PROCESS, later);

    assertThat(store.list(PROCESS)).containsExactly(later);
  }

  @Test
  void deletesOnce() {
    store.save(PROCESS, selection("all", "a"));

    assertThat(store.delete(PROCESS, "all")).isTrue();
    assertThat(store.delete(PROCESS, "all")).isFalse();
    assertThat(store.list(PROCESS)).isEmpty();
  }
}
