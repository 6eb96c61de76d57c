package org.standardops.persistence.internal.lightapp;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class LightAppStoreTest {

  @Nested
  class OnDerby extends LightAppStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends LightAppStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
