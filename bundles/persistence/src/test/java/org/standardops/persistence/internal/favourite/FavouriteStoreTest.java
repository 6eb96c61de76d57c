package org.standardops.persistence.internal.favourite;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class FavouriteStoreTest {

  @Nested
  class OnDerby extends FavouriteStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends FavouriteStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
