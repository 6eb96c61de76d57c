package org.standardops.persistence.internal.process;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class ProcessStoreTest {

  @Nested
  class OnDerby extends ProcessStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends ProcessStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
