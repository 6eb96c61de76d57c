package org.standardops.persistence.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.standardops.model.BusinessId;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.services.port.ConnectionStore;
import org.standardops.services.port.ConnectionStore.StoredConnection;

abstract class ConnectionStoreContract extends DatabaseContract {

  private static final BusinessId GAMES = new BusinessId("games");
  private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123456Z");

  private final ConnectionStore store;

  ConnectionStoreContract(TestDatabase on) {
    super(on);
    store = new JpaConnectionStore(on.tx());
  }

  private static StoredConnection connection(String system, int content, long version) {
    return new StoredConnection(GAMES, system, new byte[] {(byte) content}, "ann", AT, version);
  }

  @Test
  void eachChangeIsBasedOnTheVersionBefore() {
    assertThat(store.replace(connection("cloud", 1, 0))).isTrue();
    assertThat(store.replace(connection("cloud", 2, 0))).isFalse();
    assertThat(store.replace(connection("cloud", 3, 1))).isTrue();
    assertThat(store.replace(connection("cloud", 4, 1))).isFalse();

    assertThat(store.find(GAMES, "cloud"))
        .hasValueSatisfying(
            found ->
                assertThat(found).usingRecursiveComparison().isEqualTo(connection("cloud", 3, 2)));
  }

  @Test
  void listsThoseOfTheBusinessBySystem() {
    store.replace(connection("b", 1, 0));
    store.replace(connection("a", 1, 0));

    assertThat(store.list(GAMES)).extracting(StoredConnection::system).containsExactly("a", "b");
    assertThat(store.list(new BusinessId("other"))).isEmpty();
  }

  @Test
  void deletesTheVersionThatIsNamed() {
    store.replace(connection("cloud", 1, 0));

    assertThat(store.delete(GAMES, "cloud", 2)).isFalse();
    assertThat(store.delete(GAMES, "cloud", 1)).isTrue();
    assertThat(store.delete(GAMES, "cloud", 1)).isFalse();
    assertThat(store.find(GAMES, "cloud")).isEmpty();
  }
}
