package org.standardops.persistence.internal.notification;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class NotificationStoresTest {

  @Nested
  class OnDerby extends NotificationStoresContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends NotificationStoresContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
