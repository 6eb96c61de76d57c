package org.standardops.persistence.internal.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.persistence.internal.account.JpaAccountStore;
import org.standardops.persistence.internal.journal.JdbcJournalStore;
import org.standardops.persistence.internal.journal.Tasks;
import org.standardops.services.port.Account;

class DatabaseAwayTest {

  private static final Account ANN = new Account("ann", false, "hash", false, Instant.EPOCH, 0);

  /** The connections that the pool still has are broken, and no new ones are to be had. */
  @Test
  void everyStoreIsUnavailableMeanwhileAndWorksAfterwards() throws IOException {
    String url = TestDatabase.newPostgres();
    int port = TestDatabase.port(url);
    CuttingProxy proxy = new CuttingProxy(port, 0);
    try (HikariDataSource dataSource =
            TestDatabase.pool(
                url.replace(":" + port + "/", ":" + proxy.port() + "/"), Duration.ofSeconds(2));
        TestDatabase database = TestDatabase.behind(dataSource)) {
      JdbcJournalStore journal = new JdbcJournalStore(database.database());
      JpaAccountStore accounts = new JpaAccountStore(database.tx());
      await().ignoreExceptions().until(() -> accounts.create(ANN));
      await().ignoreExceptions().until(() -> journal.takeOver("this server").size() == 256);

      proxy.close();
      assertThatThrownBy(() -> journal.read(Tasks.id(1), 0, 1))
          .isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> journal.takeOver("this server"))
          .isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> accounts.find("ann")).isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> accounts.create(ANN)).isInstanceOf(StoreUnavailableException.class);

      CuttingProxy back = new CuttingProxy(port, proxy.port());
      await().ignoreExceptions().until(() -> accounts.find("ann").equals(Optional.of(ANN)));
      await().ignoreExceptions().until(() -> journal.takeOver("this server").size() == 256);
      back.close();
    }
  }
}
