package org.standardops.persistence.internal.task;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class AtomUsesTest {

  @Nested
  class OnDerby extends AtomUsesContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends AtomUsesContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
