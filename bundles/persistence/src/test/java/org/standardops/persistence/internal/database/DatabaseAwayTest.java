package org.standardops.persistence.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.persistence.internal.account.JpaAccountStore;
import org.standardops.persistence.internal.journal.JdbcJournalStore;
import org.standardops.persistence.internal.journal.Tasks;
import org.standardops.services.port.Account;

class DatabaseAwayTest {

  private static final Account ANN =
      new Account("ann", "Ann", "", "", "", false, "hash", false, Instant.EPOCH, 0);

  /** The connections that the pool still has are broken, and no new ones are to be had. */
  @Test
  void everyStoreIsUnavailableMeanwhileAndWorksAfterwards() throws IOException {
    String url = TestDatabase.newPostgres();
    int port = TestDatabase.port(url);
    CuttingProxy proxy = new CuttingProxy(port, 0);
    try (HikariDataSource dataSource =
            TestDatabase.pool(url.replace(":" + port + "/", ":" + proxy.port() + "/"));
        TestDatabase database = TestDatabase.behind(dataSource)) {
      JdbcJournalStore journal = new JdbcJournalStore(database.database());
      JpaAccountStore accounts = new JpaAccountStore(database.tx());
      journal.takeOver("this server");
      accounts.create(ANN);

      proxy.close();
      dataSource.setConnectionTimeout(250);
      assertThatThrownBy(() -> journal.read(Tasks.id(1), 0, 1))
          .isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> journal.takeOver("this server"))
          .isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> accounts.find("ann")).isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> accounts.create(ANN)).isInstanceOf(StoreUnavailableException.class);

      dataSource.setConnectionTimeout(30_000);
      CuttingProxy back = new CuttingProxy(port, proxy.port());
      assertThat(accounts.find("ann")).contains(ANN);
      assertThat(journal.takeOver("this server")).hasSize(256);
      back.close();
    }
  }
}
