package org.standardops.persistence.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.model.BusinessId;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.Pages;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.platform.Host;
import org.standardops.platform.Person;
import org.standardops.platform.PlatformBusiness;

abstract class LocalPlatformStoreContract extends DatabaseContract {

  private static final Instant CREATED = Instant.parse("2026-11-23T16:00:00.123456Z");
  private static final BusinessId GAMES = new BusinessId("games");
  private static final Person ANN = new Person("ann", "安妮 Ann", "a@b.test", "1", "w");
  private static final Person BOB = new Person("bob", "50%_Bob", "", "", "");

  private final JpaLocalPlatformStore store;

  LocalPlatformStoreContract(TestDatabase on) {
    super(on);
    store = new JpaLocalPlatformStore(on.tx());
  }

  @Test
  void keepsAPersonAsItWasSavedLast() {
    store.save(Person.named("ann"));
    store.save(ANN);

    assertThat(store.people(List.of("ann", "nobody"))).containsExactly(ANN);
  }

  @Test
  void anIdIsTakenOnce() {
    assertThat(store.create(business("games", CREATED, "ann"))).isTrue();
    assertThat(store.create(business("games", CREATED, "bob"))).isFalse();

    assertThat(store.business(GAMES)).contains(business("games", CREATED, "ann"));
    assertThat(store.business(new BusinessId("other"))).isEmpty();
  }

  @Test
  void whoLosesTheOpsRoleStaysRelated() {
    store.create(business("games", CREATED, "ann"));

    assertThat(store.setOps(GAMES, List.of("cid", "bob"))).isTrue();

    assertThat(store.business(GAMES)).map(PlatformBusiness::ops).contains(List.of("cid", "bob"));
    assertThat(store.related(GAMES, List.of("ann", "bob", "cid", "eve")))
        .containsExactlyInAnyOrder("ann", "bob", "cid");
  }

  @Test
  void aRelationThatEndsTakesTheOpsRoleAlong() {
    store.create(business("games", CREATED, "ann", "bob"));

    assertThat(store.unrelate(GAMES, "ann")).isTrue();
    assertThat(store.unrelate(GAMES, "ann")).isFalse();

    assertThat(store.business(GAMES)).map(PlatformBusiness::ops).contains(List.of("bob"));
    assertThat(store.relate(GAMES, "ann")).isTrue();
    assertThat(store.relate(GAMES, "ann")).isTrue();
    assertThat(store.business(GAMES)).map(PlatformBusiness::ops).contains(List.of("bob"));
  }

  @Test
  void findsRelatedPeopleByPartsOfTheirNames() {
    store.create(business("games", CREATED, "ann"));
    List.of(ANN, BOB, Person.named("cid")).forEach(store::save);
    store.relate(GAMES, "bob");

    assertThat(store.search(GAMES, "", 10)).containsExactly(ANN, BOB);
    assertThat(store.search(GAMES, "", 1)).containsExactly(ANN);
    assertThat(store.search(GAMES, "安妮 aN", 10)).containsExactly(ANN);
    assertThat(store.search(GAMES, "%_", 10)).containsExactly(BOB);
    assertThat(store.search(GAMES, "cid", 10)).isEmpty();
  }

  @Test
  void forgetsAPersonWithItsRelations() {
    store.create(business("games", CREATED, "ann"));
    store.save(ANN);

    store.delete("ann");

    assertThat(store.people(List.of("ann"))).isEmpty();
    assertThat(store.business(GAMES)).map(PlatformBusiness::ops).contains(List.of());
    assertThat(store.businessesOf("ann")).isEmpty();
  }

  @Test
  void tellsTheBusinessesOfAPersonById() {
    store.create(business("c", CREATED, "ann"));
    store.create(business("a", CREATED, "bob"));
    store.create(business("b", CREATED, "bob"));
    store.relate(new BusinessId("a"), "ann");

    assertThat(store.businessesOf("ann"))
        .containsExactly(business("a", CREATED, "bob"), business("c", CREATED, "ann"));
  }

  @Test
  void replacesTheHosts() {
    store.create(business("games", CREATED));
    Host web = new Host("10.0.0.1", 22, "web", List.of("a", "b"), "ops", Optional.of("key"));
    Host db = new Host("10.0.0.2", 2222, "", List.of(), "", Optional.empty());

    assertThat(store.hosts(GAMES)).isEmpty();
    assertThat(store.setHosts(GAMES, List.of(web))).isTrue();
    assertThat(store.setHosts(GAMES, List.of(db, web))).isTrue();
    assertThat(store.hosts(GAMES)).containsExactly(db, web);
  }

  @Test
  void changesNothingOfABusinessThatIsNotThere() {
    assertThat(store.setOps(GAMES, List.of("ann"))).isFalse();
    assertThat(store.relate(GAMES, "ann")).isFalse();
    assertThat(store.setHosts(GAMES, List.of())).isFalse();
    assertThat(store.related(GAMES, List.of("ann"))).isEmpty();
  }

  @Test
  void pagesNewestFirst() {
    for (int n = 1; n <= 5; n++) {
      store.create(business("b" + n, CREATED.plusSeconds(n / 2), "ann"));
    }

    assertThat(Pages.all(2, store::businesses, () -> {}))
        .extracting(b -> b.id().value())
        .containsExactly("b5", "b4", "b3", "b2", "b1");
  }

  private static PlatformBusiness business(String id, Instant created, String... ops) {
    return new PlatformBusiness(new BusinessId(id), id, List.of(ops), created);
  }
}
