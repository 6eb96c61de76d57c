package org.standardops.persistence.internal.connection;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class ConnectionStoreTest {

  @Nested
  class OnDerby extends ConnectionStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends ConnectionStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
