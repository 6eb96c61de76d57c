package org.standardops.persistence.internal.favourite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.services.port.Favourite;
import org.standardops.services.port.Favourite.Kind;

abstract class FavouriteStoreContract extends DatabaseContract {

  private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123456Z");

  private final JpaFavouriteStore store;

  FavouriteStoreContract(TestDatabase on) {
    super(on);
    store = new JpaFavouriteStore(on.tx());
  }

  @Test
  void listsThoseOfOnePersonNewestFirst() {
    store.add("ann", new Favourite(Kind.PROCESS, "p1", AT));
    store.add("ann", new Favourite(Kind.ATOM, "timer", AT.plusSeconds(1)));
    store.add("bob", new Favourite(Kind.TASK, "7", AT));

    assertThat(store.list("ann"))
        .containsExactly(
            new Favourite(Kind.ATOM, "timer", AT.plusSeconds(1)),
            new Favourite(Kind.PROCESS, "p1", AT));
  }

  @Test
  void keepsTheOneThatIsThere() {
    store.add("ann", new Favourite(Kind.PROCESS, "p1", AT));

    store.add("ann", new Favourite(Kind.PROCESS, "p1", AT.plusSeconds(9)));

    assertThat(store.list("ann")).containsExactly(new Favourite(Kind.PROCESS, "p1", AT));
  }

  @Test
  void removesWhatIsThereAndMindsNothingElse() {
    store.add("ann", new Favourite(Kind.PROCESS, "p1", AT));

    store.remove("ann", Kind.TASK, "p1");
    assertThat(store.list("ann")).hasSize(1);
    store.remove("ann", Kind.PROCESS, "p1");

    assertThat(store.list("ann")).isEmpty();
  }
}
