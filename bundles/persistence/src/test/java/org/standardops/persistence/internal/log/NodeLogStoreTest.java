package org.standardops.persistence.internal.log;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class NodeLogStoreTest {

  @Nested
  class OnDerby extends NodeLogStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends NodeLogStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
