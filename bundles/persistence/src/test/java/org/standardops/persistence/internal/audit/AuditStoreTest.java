package org.standardops.persistence.internal.audit;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class AuditStoreTest {

  @Nested
  class OnDerby extends AuditStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends AuditStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
