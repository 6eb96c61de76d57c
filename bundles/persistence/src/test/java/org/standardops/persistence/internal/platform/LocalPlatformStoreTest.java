package org.standardops.persistence.internal.platform;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class LocalPlatformStoreTest {

  @Nested
  class OnDerby extends LocalPlatformStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends LocalPlatformStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
