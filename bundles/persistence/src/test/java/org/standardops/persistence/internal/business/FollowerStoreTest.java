package org.standardops.persistence.internal.business;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class FollowerStoreTest {

  @Nested
  class OnDerby extends FollowerStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends FollowerStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
