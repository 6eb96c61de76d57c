package org.standardops.persistence.internal.task;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class TaskSummariesTest {

  @Nested
  class OnDerby extends TaskSummariesContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends TaskSummariesContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
