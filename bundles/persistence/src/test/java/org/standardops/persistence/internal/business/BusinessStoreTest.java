package org.standardops.persistence.internal.business;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class BusinessStoreTest {

  @Nested
  class OnDerby extends BusinessStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends BusinessStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
