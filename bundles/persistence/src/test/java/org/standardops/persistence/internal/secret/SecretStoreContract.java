package org.standardops.persistence.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.standardops.model.BusinessId;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.services.port.SecretStore;

abstract class SecretStoreContract extends DatabaseContract {

  private static final BusinessId GAMES = new BusinessId("games");
  private static final BusinessId OTHER = new BusinessId("other");
  private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123456Z");

  private final SecretStore store;

  SecretStoreContract(TestDatabase on) {
    super(on);
    store = new JpaSecretStore(on.tx());
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
}
