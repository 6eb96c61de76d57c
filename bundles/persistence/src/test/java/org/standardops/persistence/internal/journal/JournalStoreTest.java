package org.standardops.persistence.internal.journal;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class JournalStoreTest {

  @Nested
  class OnDerby extends JournalStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends JournalStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
