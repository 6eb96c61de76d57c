package org.standardops.persistence.internal.statistics;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class StatisticsStoreTest {

  @Nested
  class OnDerby extends StatisticsStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends StatisticsStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
