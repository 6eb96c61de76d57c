package org.standardops.persistence.internal.selection;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class SelectionStoreTest {

  @Nested
  class OnDerby extends SelectionStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends SelectionStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
