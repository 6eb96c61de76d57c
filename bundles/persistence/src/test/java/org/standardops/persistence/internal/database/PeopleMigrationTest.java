package org.standardops.persistence.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People and roles of the releases before there was a configuration platform. */
class PeopleMigrationTest {

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void movesPeopleAndRolesToThePlatform(Dialect dialect) throws Exception {
    String url = dialect == Dialect.DERBY ? TestDatabase.newDerby() : TestDatabase.newPostgres();
    try (HikariDataSource dataSource = TestDatabase.pool(url);
        Connection connection = dataSource.getConnection()) {
      new Migrations(
              Stream.of("0001-tasks.sql", "0002-services.sql").map(Migrations::load).toList())
          .run(connection, dialect);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "INSERT INTO account VALUES ('ann', 'Ann', 'a@b.test', '1', 'w', 1, 'hash', 0, 7, 1)");
        statement.execute("INSERT INTO business VALUES ('web', 'Web', 7)");
        for (String role :
            List.of("'ann', 'ADMIN', 3", "'ann', 'FOLLOWER', 0", "'bob', 'FOLLOWER', 0")) {
          statement.execute(
              "INSERT INTO business_role VALUES ('web', "
                  + role
                  + (dialect == Dialect.DERBY ? ", CAST(X'7b7d' AS BLOB))" : ", '\\x7b7d')"));
        }
      }

      new Migrations().run(connection, dialect);

      assertThat(rows(connection, "SELECT person_name, display_name, email FROM platform_person"))
          .containsExactly("ann Ann a@b.test");
      assertThat(
              rows(connection, "SELECT account_name, platform_admin, password_hash FROM account"))
          .containsExactly("ann 1 hash");
      assertThat(
              rows(connection, "SELECT person, ops, place FROM platform_relation ORDER BY person"))
          .containsExactly("ann 1 3", "bob 0 0");
      assertThat(
              rows(
                  connection,
                  "SELECT account, business, 1 FROM business_follower ORDER BY account"))
          .containsExactly("ann web 1", "bob web 1");
    }
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      while (found.next()) {
        rows.add(found.getString(1) + " " + found.getString(2) + " " + found.getString(3));
      }
    }
    return rows;
  }
}
