package org.standardops.persistence.internal.notification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.process.Notify;
import org.standardops.persistence.internal.database.Database;
import org.standardops.persistence.internal.database.SqlFailures;
import org.standardops.services.port.ChannelStore;

@Component
public final class JdbcChannelStore implements ChannelStore {

  private final Database database;

  @Activate
  public JdbcChannelStore(@Reference Database database) {
    this.database = database;
  }

  @Override
  public Optional<StoredChannel> find(Notify.Channel channel) {
    return database.in(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT enabled, settings, version FROM notification_channel"
                      + " WHERE channel = ?")) {
            select.setString(1, channel.name());
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new StoredChannel(
                          channel, row.getShort(1) != 0, row.getBytes(2), row.getLong(3)))
                  : Optional.empty();
            }
          }
        });
  }

  @Override
  public boolean replace(StoredChannel channel) {
    return database.in(
        connection ->
            channel.version() == 0 ? insert(connection, channel) : update(connection, channel));
  }

  private static boolean insert(Connection connection, StoredChannel channel) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO notification_channel (enabled, settings, version, channel)"
                + " VALUES (?, ?, 1, ?)")) {
      insert.setShort(1, (short) (channel.enabled() ? 1 : 0));
      insert.setBytes(2, channel.settings());
      insert.setString(3, channel.channel().name());
      insert.executeUpdate();
      return true;
    } catch (SQLException e) {
      if (!SqlFailures.isDuplicate(e)) {
        throw e;
      }
      connection.rollback();
      return false;
    }
  }

  private static boolean update(Connection connection, StoredChannel channel) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE notification_channel SET enabled = ?, settings = ?, version = version + 1"
                + " WHERE channel = ? AND version = ?")) {
      update.setShort(1, (short) (channel.enabled() ? 1 : 0));
      update.setBytes(2, channel.settings());
      update.setString(3, channel.channel().name());
      update.setLong(4, channel.version());
      return update.executeUpdate() == 1;
    }
  }
}
