package org.standardops.persistence.internal.platform;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class HostKeysTest {

  @Nested
  class OnDerby extends HostKeysContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends HostKeysContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
