package org.standardops.persistence.internal.signin;

import org.junit.jupiter.api.Nested;
import org.standardops.persistence.internal.database.TestDatabase;

class SignInStoresTest {

  @Nested
  class OnDerby extends SignInStoresContract {
    OnDerby() {
      super(TestDatabase.derby());
    }
  }

  @Nested
  class OnPostgres extends SignInStoresContract {
    OnPostgres() {
      super(TestDatabase.postgres());
    }
  }
}
