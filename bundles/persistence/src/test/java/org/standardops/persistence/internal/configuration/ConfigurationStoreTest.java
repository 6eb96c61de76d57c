package org.standardops.persistence.internal.configuration;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class ConfigurationStoreTest {

  @Nested
  class OnDerby extends ConfigurationStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends ConfigurationStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
