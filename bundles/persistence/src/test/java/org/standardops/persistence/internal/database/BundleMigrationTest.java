package org.standardops.persistence.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.standardops.engine.port.BundleState;
import org.standardops.persistence.internal.bundle.JdbcBundleStore;
import org.standardops.services.port.BundleId;

/** Bundles of the releases that kept their bytes in one piece. */
class BundleMigrationTest {

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void keepsBundlesAndTheirBytes(Dialect dialect) throws Exception {
    String url = dialect == Dialect.DERBY ? TestDatabase.newDerby() : TestDatabase.newPostgres();
    try (HikariDataSource dataSource = TestDatabase.pool(url)) {
      try (Connection connection = dataSource.getConnection()) {
        new Migrations(
                List.of(Migrations.load("0001-tasks.sql"), Migrations.load("0002-services.sql")))
            .run(connection, dialect);
        try (Statement statement = connection.createStatement()) {
          statement.execute(
              "INSERT INTO atom_bundle VALUES ('timer', '1.0.0', 'ab', 2, 'SHIPPED', 'download', 7, "
                  + (dialect == Dialect.DERBY ? "CAST(X'7b7d' AS BLOB))" : "'\\x7b7d')"));
        }
      }
      JdbcBundleStore store = new JdbcBundleStore(new Database(dataSource));

      assertThat(store.list())
          .singleElement()
          .satisfies(
              bundle -> {
                assertThat(bundle.state()).isEqualTo(BundleState.ACTIVE);
                assertThat(bundle.atoms()).isEmpty();
              });
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      assertThat(store.read(new BundleId("timer", "1.0.0"), bytes)).isTrue();
      assertThat(bytes.toString()).isEqualTo("{}");
    }
  }
}
