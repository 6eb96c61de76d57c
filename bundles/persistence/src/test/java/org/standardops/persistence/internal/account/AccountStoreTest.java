package org.standardops.persistence.internal.account;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class AccountStoreTest {

  @Nested
  class OnDerby extends AccountStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends AccountStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
