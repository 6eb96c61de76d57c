package org.standardops.persistence.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.standardops.engine.port.AuditRecord;
import org.standardops.persistence.internal.database.Dialect;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.services.port.AuditStore;

/** What the database itself refuses, whoever asks. */
class AuditGuardTest {

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void noRecordIsChangedAndNoneRemovedBeforeItsTime(Dialect dialect) throws SQLException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    try (TestDatabase on = database(dialect);
        Connection connection = connection(on);
        Statement statement = connection.createStatement()) {
      AuditStore store = new JdbcAuditStore(on.database());
      store.add(record("young", now.minus(AuditStore.LEAST_AGE).plus(Duration.ofDays(2))));
      store.add(record("old", now.minus(AuditStore.LEAST_AGE).minus(Duration.ofDays(2))));

      assertRefused(statement, "UPDATE audit SET who = 'somebody else' WHERE id = 'old'");
      assertRefused(statement, "DELETE FROM audit WHERE id = 'young'");

      assertThat(store.remove(now.minus(AuditStore.LEAST_AGE), 10)).isEqualTo(1);
      assertThat(store.latest("/young")).isPresent();
      assertThat(store.latest("/old")).isEmpty();
    }
  }

  /** A new one: what is refused here stays in it. */
  private static TestDatabase database(Dialect dialect) {
    return dialect == Dialect.DERBY ? TestDatabase.derby() : TestDatabase.postgres();
  }

  private static Connection connection(TestDatabase on) throws SQLException {
    on.database().in(connection -> true); // makes the schema
    return on.dataSource().getConnection();
  }

  private static void assertRefused(Statement statement, String sql) {
    assertThatThrownBy(() -> statement.executeUpdate(sql))
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?is).*audit.records.are.only.added.*");
  }

  private static AuditRecord record(String id, Instant at) {
    return new AuditRecord(
        id,
        at,
        "ann",
        "NONE",
        "",
        "X",
        "/" + id,
        Optional.empty(),
        AuditRecord.Outcome.DONE,
        Optional.empty(),
        Optional.empty());
  }
}
