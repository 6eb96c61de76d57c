package org.standardops.persistence.internal.business;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.standardops.model.BusinessId;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.Pages;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.services.port.Business;
import org.standardops.services.port.FollowerRight;

abstract class BusinessStoreContract extends DatabaseContract {

  private static final Instant CREATED = Instant.parse("2026-11-24T08:00:00.123456Z");
  private static final BusinessId GAMES = new BusinessId("games");
  private static final Map<String, Set<FollowerRight>> RIGHTS =
      Map.of(
          "*", Set.of(FollowerRight.VIEW), "p1", Set.of(FollowerRight.OPERATE, FollowerRight.VIEW));

  private final JpaBusinessStore store;

  BusinessStoreContract(TestDatabase on) {
    super(on);
    store = new JpaBusinessStore(on.tx());
  }

  @Test
  void findsWhatWasCreated() {
    Business games =
        new Business(GAMES, "Games 游戏", List.of("zoe", "ann"), Map.of("bob", RIGHTS), CREATED);

    assertThat(store.create(games)).isTrue();

    assertThat(store.find(GAMES)).contains(games);
    assertThat(store.find(new BusinessId("other"))).isEmpty();
  }

  @Test
  void anIdIsTakenOnce() {
    store.create(business("games", List.of("ann"), CREATED));

    assertThat(store.create(business("games", List.of("bob"), CREATED))).isFalse();
    assertThat(store.find(GAMES)).map(Business::admins).contains(List.of("ann"));
  }

  @Test
  void changesAdminsAndFollowersByThemselves() {
    store.create(business("games", List.of("ann"), CREATED));

    assertThat(store.setFollower(GAMES, "bob", Map.of())).isTrue();
    assertThat(store.setFollower(GAMES, "bob", RIGHTS)).isTrue();
    assertThat(store.setAdmins(GAMES, List.of("cid", "ann"))).isTrue();
    assertThat(store.find(GAMES))
        .contains(
            new Business(GAMES, "games", List.of("cid", "ann"), Map.of("bob", RIGHTS), CREATED));

    assertThat(store.removeFollower(GAMES, "bob")).isTrue();
    assertThat(store.removeFollower(GAMES, "bob")).isFalse();
    assertThat(store.find(GAMES)).map(Business::followers).contains(Map.of());
  }

  @Test
  void changesNoRolesOfABusinessThatIsNotThere() {
    assertThat(store.setAdmins(GAMES, List.of("ann"))).isFalse();
    assertThat(store.setFollower(GAMES, "ann", RIGHTS)).isFalse();
    assertThat(store.removeFollower(GAMES, "ann")).isFalse();
    assertThat(store.of("ann")).isEmpty();
  }

  @Test
  void tellsTheBusinessesOfAnAccountById() {
    store.create(business("c", List.of("ann", "bob"), CREATED));
    store.create(business("a", List.of("bob"), CREATED));
    store.create(business("b", List.of("bob"), CREATED));
    store.setFollower(new BusinessId("a"), "ann", RIGHTS);
    store.setFollower(new BusinessId("c"), "ann", RIGHTS);

    assertThat(store.of("ann")).extracting(b -> b.id().value()).containsExactly("a", "c");
    assertThat(store.of("ann").get(1).admins()).containsExactly("ann", "bob");
  }

  @Test
  void pagesNewestFirst() {
    for (int n = 1; n <= 5; n++) {
      store.create(business("b" + n, List.of("ann"), CREATED.plusSeconds(n / 2)));
    }

    List<Business> all = Pages.all(2, store::list, () -> {});

    assertThat(all).extracting(b -> b.id().value()).containsExactly("b5", "b4", "b3", "b2", "b1");
    assertThat(all).allSatisfy(b -> assertThat(b.admins()).containsExactly("ann"));
  }

  private static Business business(String id, List<String> admins, Instant created) {
    return new Business(new BusinessId(id), id, admins, Map.of(), created);
  }
}
