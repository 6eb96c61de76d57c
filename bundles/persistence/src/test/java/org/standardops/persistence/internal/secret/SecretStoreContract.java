package org.standardops.persistence.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.engine.port.TaskRow;
import org.standardops.model.BusinessId;
import org.standardops.model.SealedText;
import org.standardops.model.TaskId;
import org.standardops.model.process.Variable;
import org.standardops.persistence.internal.configuration.JpaConfigurationStore;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.persistence.internal.journal.JdbcJournalStore;
import org.standardops.persistence.internal.journal.Tasks;
import org.standardops.services.port.ConfigurationStore;
import org.standardops.services.port.SecretStore;

abstract class SecretStoreContract extends DatabaseContract {

  private static final BusinessId GAMES = new BusinessId("games");
  private static final BusinessId OTHER = new BusinessId("other");
  private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123456Z");

  private final SecretStore store;
  private final JpaConfigurationStore definitions;

  SecretStoreContract(TestDatabase on) {
    super(on);
    store = new JpaSecretStore(on.tx(), on.database());
    definitions = new JpaConfigurationStore(on.tx());
  }

  @Test
  void findsWhatWasLastPut() {
    store.put(GAMES, "key", new byte[] {1, 2}, "ann", AT);
    store.put(GAMES, "key", new byte[] {3}, "bob", AT.plusSeconds(1));

    assertThat(store.find(GAMES, "key")).hasValue(new byte[] {3});
    assertThat(store.find(OTHER, "key")).isEmpty();
    assertThat(store.list(GAMES))
        .containsExactly(new SecretStore.Entry("key", "bob", AT.plusSeconds(1)));
  }

  @Test
  void listsByNameWithoutWhatWasEnteredForVariables() {
    for (String name : new String[] {"b", "~0123", "a"}) {
      store.put(GAMES, name, new byte[] {1}, "ann", AT);
    }
    store.put(OTHER, "c", new byte[] {1}, "ann", AT);

    assertThat(store.list(GAMES)).extracting(SecretStore.Entry::name).containsExactly("a", "b");
    assertThat(store.find(GAMES, "~0123")).isPresent();
  }

  @Test
  void deletesOnce() {
    store.put(GAMES, "key", new byte[] {1}, "ann", AT);
    store.put(OTHER, "key", new byte[] {2}, "ann", AT);

    assertThat(store.delete(GAMES, "key")).isTrue();
    assertThat(store.delete(GAMES, "key")).isFalse();
    assertThat(store.find(OTHER, "key")).isPresent();
  }

  @Test
  void sealsAnewWhatIsNotYet() {
    store.put(GAMES, "a", new byte[] {1, 1}, "ann", AT);
    store.put(OTHER, "b", new byte[] {2, 2}, "ann", AT);

    int stored =
        store.reseal(
            bytes -> bytes[0] == 2 ? Optional.empty() : Optional.of(new byte[] {2, bytes[1], 9}));

    assertThat(stored).isEqualTo(1);
    assertThat(store.find(GAMES, "a")).hasValue(new byte[] {2, 1, 9});
    assertThat(store.find(OTHER, "b")).hasValue(new byte[] {2, 2});
    assertThat(store.list(GAMES)).containsExactly(new SecretStore.Entry("a", "ann", AT));
  }

  @Test
  void cleansWhatWasEnteredForWhatIsNotThere() {
    String used = "0".repeat(32);
    String unused = "1".repeat(32);
    String ofNoTask = "2".repeat(32);
    String young = "3".repeat(32);
    for (String id : List.of(used, unused)) {
      store.keep(GAMES, id, new byte[] {1}, "ann", AT, Optional.empty());
    }
    store.keep(GAMES, ofNoTask, new byte[] {1}, "ann", AT, Optional.of(new TaskId(77)));
    store.keep(GAMES, young, new byte[] {1}, "ann", AT.plusSeconds(9), Optional.empty());
    store.put(GAMES, "named", new byte[] {1}, "ann", AT);
    definitions.add(
        new ConfigurationStore.Configuration(
            GAMES,
            List.of(
                new ConfigurationStore.Entry(
                    "k",
                    "k",
                    Variable.Type.SECRET,
                    Map.of(),
                    Optional.of(SealedText.of(used)),
                    "")),
            1,
            "ann",
            AT));

    assertThat(store.clean(AT.plusSeconds(1))).isEqualTo(2);

    assertThat(store.find(GAMES, "~" + used)).isPresent();
    assertThat(store.find(GAMES, "~" + unused)).isEmpty();
    assertThat(store.find(GAMES, "~" + ofNoTask)).isEmpty();
    assertThat(store.find(GAMES, "~" + young)).isPresent();
    assertThat(store.find(GAMES, "named")).isPresent();
  }

  @Test
  void keepsWhatATaskThatIsThereWasGiven() {
    JdbcJournalStore journal = new JdbcJournalStore(on.database());
    TaskRow row = Tasks.created(Tasks.id(1), TaskRow.Heat.HOT);
    journal.commit(Tasks.tasks(journal.takeOver("this server"), row));
    store.keep(GAMES, "4".repeat(32), new byte[] {1}, "ann", AT, Optional.of(row.task()));

    assertThat(store.clean(AT.plusSeconds(1))).isZero();
    journal.close();
  }
}
