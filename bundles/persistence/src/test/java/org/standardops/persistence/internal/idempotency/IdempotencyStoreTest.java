package org.standardops.persistence.internal.idempotency;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class IdempotencyStoreTest {

  @Nested
  class OnDerby extends IdempotencyStoreContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends IdempotencyStoreContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
