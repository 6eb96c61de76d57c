package org.standardops.persistence.internal.component;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class ComponentStoreTest {

  @Nested
  class OnDerby extends ComponentStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends ComponentStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
