package org.standardops.persistence.internal.business;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.standardops.model.BusinessId;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.services.port.FollowerRight;

abstract class FollowerStoreContract extends DatabaseContract {

  private static final BusinessId GAMES = new BusinessId("games");
  private static final BusinessId CDN = new BusinessId("cdn");
  private static final Map<String, Set<FollowerRight>> RIGHTS =
      Map.of(
          "*", Set.of(FollowerRight.VIEW), "p1", Set.of(FollowerRight.OPERATE, FollowerRight.VIEW));

  private final JpaFollowerStore store;

  FollowerStoreContract(TestDatabase on) {
    super(on);
    store = new JpaFollowerStore(on.tx());
  }

  @Test
  void findsWhatWasGrantedLast() {
    store.set(GAMES, "bob", Map.of());
    store.set(GAMES, "bob", RIGHTS);

    assertThat(store.of(GAMES)).isEqualTo(Map.of("bob", RIGHTS));
    assertThat(store.of(CDN)).isEmpty();
  }

  @Test
  void tellsTheBusinessesOfAnAccount() {
    store.set(GAMES, "bob", RIGHTS);
    store.set(CDN, "bob", RIGHTS);
    store.set(CDN, "ann", RIGHTS);

    assertThat(store.businessesOf("bob")).containsExactly(CDN, GAMES);
  }

  @Test
  void removesOnce() {
    store.set(GAMES, "bob", RIGHTS);

    assertThat(store.remove(GAMES, "bob")).isTrue();
    assertThat(store.remove(GAMES, "bob")).isFalse();
    assertThat(store.of(GAMES)).isEmpty();
  }
}
