package org.standardops.persistence.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.persistence.internal.database.Migrations.Change;

class MigrationsTest {

  private static final Change FIRST =
      new Change("0001-a.sql", "-- why\nCREATE TABLE a (id INT NOT NULL, data BLOB);\n");

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void makesTheWholeSchemaOnce(Dialect dialect) throws Exception {
    try (HikariDataSource dataSource = TestDatabase.pool(url(dialect))) {
      assertThat(new Database(dataSource).ready()).isEqualTo(dialect);
      assertThat(new Database(dataSource).ready()).isEqualTo(dialect);

      assertThat(number(dataSource, "SELECT count(*) FROM shard")).isEqualTo(256);
      assertThat(number(dataSource, "SELECT count(*) FROM schema_change"))
          .isEqualTo(Migrations.FILES.size());
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void serversThatStartTogetherMakeOneSchema(Dialect dialect) throws Exception {
    int servers = 4;
    ExecutorService threads = Executors.newFixedThreadPool(servers);
    CyclicBarrier together = new CyclicBarrier(servers);
    try (HikariDataSource dataSource = TestDatabase.pool(url(dialect))) {
      Callable<Dialect> start =
          () -> {
            together.await();
            return new Database(dataSource).ready();
          };
      for (Future<Dialect> server : threads.invokeAll(List.of(start, start, start, start))) {
        assertThat(server.get()).isEqualTo(dialect);
      }
      assertThat(number(dataSource, "SELECT count(*) FROM shard")).isEqualTo(256);
    } finally {
      threads.shutdown();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void refusesAFileThatChanged(Dialect dialect) throws Exception {
    try (HikariDataSource dataSource = TestDatabase.pool(url(dialect));
        Connection connection = dataSource.getConnection()) {
      new Migrations(List.of(FIRST)).run(connection, dialect);
      Change changed = new Change(FIRST.file(), FIRST.sql().replace("INT", "BIGINT"));

      assertThatThrownBy(() -> new Migrations(List.of(changed)).run(connection, dialect))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("0001-a.sql");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void refusesADatabaseOfALaterRelease(Dialect dialect) throws Exception {
    Change second = new Change("0002-b.sql", "CREATE TABLE b (id INT NOT NULL);");
    try (HikariDataSource dataSource = TestDatabase.pool(url(dialect));
        Connection connection = dataSource.getConnection()) {
      new Migrations(List.of(FIRST, second)).run(connection, dialect);

      assertThatThrownBy(() -> new Migrations(List.of(FIRST)).run(connection, dialect))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("later release");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void leavesNothingOfAFileThatFails(Dialect dialect) throws Exception {
    Change broken = new Change("0002-b.sql", "CREATE TABLE b (id INT NOT NULL);\nNONSENSE;\n");
    try (HikariDataSource dataSource = TestDatabase.pool(url(dialect));
        Connection connection = dataSource.getConnection()) {
      assertThatThrownBy(() -> new Migrations(List.of(FIRST, broken)).run(connection, dialect))
          .isInstanceOf(SQLException.class);

      Change mended = new Change(broken.file(), "CREATE TABLE b (id INT NOT NULL);");
      new Migrations(List.of(FIRST, mended)).run(connection, dialect);
      assertThat(number(dataSource, "SELECT count(*) FROM b")).isZero();
    }
  }

  @Test
  void triesAgainAtTheNextUseWhereTheDatabaseWasAway(@TempDir java.nio.file.Path folder) {
    String path = folder.resolve("db").toString();
    try (HikariDataSource absent = TestDatabase.pool("jdbc:derby:" + path)) {
      absent.setConnectionTimeout(250);
      Database database = new Database(absent);
      assertThatThrownBy(database::ready).isInstanceOf(StoreUnavailableException.class);

      try (HikariDataSource creating = TestDatabase.pool("jdbc:derby:" + path + ";create=true")) {
        assertThat(new Database(creating).ready()).isEqualTo(Dialect.DERBY);
      }

      assertThat(database.ready()).isEqualTo(Dialect.DERBY);
    }
  }

  private static String url(Dialect dialect) {
    return switch (dialect) {
      case DERBY -> TestDatabase.newDerby();
      case POSTGRESQL -> TestDatabase.newPostgres();
    };
  }

  private static int number(HikariDataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
