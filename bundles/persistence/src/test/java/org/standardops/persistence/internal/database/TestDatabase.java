package org.standardops.persistence.internal.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.apache.openjpa.persistence.PersistenceProviderImpl;

/** A real, empty database behind the pool that the server uses. */
public final class TestDatabase implements AutoCloseable {

  private static final List<String> TABLES =
      List.of(
          "outbox",
          "delivery",
          "notification_channel",
          "journal",
          "journal_large",
          "task",
          "task_atom",
          "callback_key",
          "node_log",
          "account",
          "business",
          "business_follower",
          "platform_person",
          "platform_relation",
          "platform_hosts",
          "sign_in_session",
          "api_token",
          "process",
          "process_revision",
          "idempotency",
          "atom_bundle",
          "atom_bundle_part",
          "removed_bundle",
          "light_app",
          "light_app_person",
          "light_app_run",
          "desktop_change",
          "saved_selection",
          "favourite",
          "task_uncounted",
          "task_time",
          "node_time",
          "secret",
          "business_connection",
          "component",
          "business_configuration",
          "audit");

  private final HikariDataSource dataSource;
  private final Database database;
  private final EntityManagerFactory factory;

  private TestDatabase(String url) {
    this(pool(url));
  }

  private TestDatabase(HikariDataSource dataSource) {
    this.dataSource = dataSource;
    database = new Database(dataSource);
    factory =
        new PersistenceProviderImpl()
            .createEntityManagerFactory(
                "standardops", Map.of("openjpa.ConnectionFactory", dataSource));
  }

  public static TestDatabase derby() {
    return new TestDatabase(newDerby());
  }

  public static TestDatabase postgres() {
    return new TestDatabase(newPostgres());
  }

  /** JDBC URL of a new, empty database in memory. */
  public static String newDerby() {
    return "jdbc:derby:memory:" + UUID.randomUUID() + ";create=true";
  }

  /** JDBC URL of a new, empty database of a real server, one for all tests of this JVM. */
  public static String newPostgres() {
    String name = "t" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Server.RUNNING.getJdbcUrl("postgres", name);
  }

  /** Where the server behind this URL of {@link #newPostgres} listens. */
  public static int port(String url) {
    return URI.create(url.substring("jdbc:".length())).getPort();
  }

  /** A database behind a pool of the test's own. */
  public static TestDatabase behind(HikariDataSource dataSource) {
    return new TestDatabase(dataSource);
  }

  public static HikariDataSource pool(String url) {
    return pool(url, Duration.ofSeconds(30));
  }

  /**
   * @param patience how long a call waits for a connection
   */
  public static HikariDataSource pool(String url, Duration patience) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setConnectionTimeout(patience.toMillis());
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public Database database() {
    return database;
  }

  public Tx tx() {
    return new Tx(database, factory);
  }

  /** Empties all tables but the shards. */
  public void clear() {
    database.in(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
              statement.executeUpdate("DELETE FROM " + table);
            }
          }
          return true;
        });
  }

  @Override
  public void close() {
    factory.close();
    dataSource.close();
  }

  /**
   * Ends with the JVM. With {@code -Ddurable=on} it syncs as a real server does, for benchmarks.
   */
  private static final class Server {

    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        String durable = System.getProperty("durable", "off");
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", durable)
            .setServerConfig("synchronous_commit", durable)
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
