package org.standardops.persistence.internal.lightapp;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class LightAppRunsTest {

  @Nested
  class OnDerby extends LightAppRunsContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends LightAppRunsContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
