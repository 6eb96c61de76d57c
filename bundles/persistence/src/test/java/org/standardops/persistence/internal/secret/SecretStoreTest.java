package org.standardops.persistence.internal.secret;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class SecretStoreTest {

  @Nested
  class OnDerby extends SecretStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends SecretStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
