package org.standardops.persistence.internal.bundle;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class BundleStoreTest {

  @Nested
  class OnDerby extends BundleStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends BundleStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
