package org.standardops.persistence.internal.notification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.json.JsonCodec;
import org.standardops.model.Page;
import org.standardops.model.process.Notify;
import org.standardops.model.task.Notice;
import org.standardops.persistence.internal.database.Cursors;
import org.standardops.persistence.internal.database.Cursors.Position;
import org.standardops.persistence.internal.database.Database;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.DeliveryStore;

/** The outbox and the deliveries; what two servers may both want is one conditional statement. */
@Component
public final class JdbcDeliveryStore implements DeliveryStore {

  private static final String SELECT =
      "SELECT id, person, channel, state, attempts, next_at, created_at, sent_at, last_error,"
          + " notice FROM delivery WHERE ";

  private final Database database;
  private final JsonCodec json = new JsonCodec();

  @Activate
  public JdbcDeliveryStore(@Reference Database database) {
    this.database = database;
  }

  @Override
  public List<Notice> outbox(int limit) {
    return database.in(
        connection -> {
          List<Notice> notices = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT notice FROM outbox ORDER BY noted_at FETCH FIRST ? ROWS ONLY")) {
            select.setInt(1, limit);
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                notices.add(json.read(rows.getBytes(1), Notice.class));
              }
            }
          }
          return notices;
        });
  }

  @Override
  public boolean address(Notice notice, List<Address> addresses, Instant now) {
    return database.in(
        connection -> {
          boolean mine = take(connection, notice);
          if (mine) {
            insert(connection, notice, addresses, now);
          }
          return mine;
        });
  }

  private static boolean take(Connection connection, Notice notice) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM outbox WHERE task = ? AND seq = ? AND why = ?")) {
      delete.setLong(1, notice.task().value());
      delete.setInt(2, notice.seq());
      delete.setString(3, notice.why().name());
      return delete.executeUpdate() == 1;
    }
  }

  private void insert(Connection connection, Notice notice, List<Address> addresses, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO delivery (task, person, channel, state, attempts, next_at, created_at,"
                + " notice, business) VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?)")) {
      for (Address address : addresses) {
        insert.setLong(1, notice.task().value());
        insert.setString(2, address.person());
        insert.setString(3, address.channel().name());
        insert.setString(4, State.PENDING.name());
        insert.setLong(5, Micros.of(now));
        insert.setLong(6, Micros.of(now));
        insert.setBytes(7, json.write(notice));
        insert.setString(8, notice.business().value());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  public List<Delivery> due(Notify.Channel channel, Instant now, int limit) {
    return database.in(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  SELECT
                      + "channel = ? AND state = ? AND next_at <= ?"
                      + " ORDER BY next_at, id FETCH FIRST ? ROWS ONLY")) {
            select.setString(1, channel.name());
            select.setString(2, State.PENDING.name());
            select.setLong(3, Micros.of(now));
            select.setInt(4, limit);
            return deliveries(select);
          }
        });
  }

  @Override
  public boolean claim(Delivery delivery, Instant until) {
    return database.in(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE delivery SET attempts = attempts + 1, next_at = ?"
                      + " WHERE id = ? AND state = ? AND attempts = ?")) {
            update.setLong(1, Micros.of(until));
            update.setLong(2, delivery.id());
            update.setString(3, State.PENDING.name());
            update.setInt(4, delivery.attempts());
            return update.executeUpdate() == 1;
          }
        });
  }

  @Override
  public void sent(Delivery claimed, Instant at) {
    settle(claimed, State.SENT, at, Optional.of(at), Optional.empty());
  }

  @Override
  public void failed(Delivery claimed, Optional<Instant> retryAt, String error) {
    State state = retryAt.isPresent() ? State.PENDING : State.FAILED;
    settle(claimed, state, retryAt.orElse(claimed.nextAt()), Optional.empty(), Optional.of(error));
  }

  /** Only the attempt that was claimed: another server may have claimed the next one meanwhile. */
  private void settle(
      Delivery claimed, State state, Instant next, Optional<Instant> sent, Optional<String> error) {
    database.in(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE delivery SET state = ?, next_at = ?, sent_at = ?, last_error = ?"
                      + " WHERE id = ? AND state = ? AND attempts = ?")) {
            update.setString(1, state.name());
            update.setLong(2, Micros.of(next));
            Micros.set(update, 3, sent);
            update.setString(4, error.orElse(null));
            update.setLong(5, claimed.id());
            update.setString(6, State.PENDING.name());
            update.setInt(7, claimed.attempts() + 1);
            return update.executeUpdate();
          }
        });
  }

  @Override
  public int removeSettled(Instant before, int limit) {
    return database.in(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM delivery WHERE id IN (SELECT id FROM delivery"
                      + " WHERE created_at < ? AND state <> ?"
                      + " ORDER BY created_at FETCH FIRST "
                      + limit
                      + " ROWS ONLY)")) {
            delete.setLong(1, Micros.of(before));
            delete.setString(2, State.PENDING.name());
            return delete.executeUpdate();
          }
        });
  }

  @Override
  public Page<Delivery> list(Filter filter, Page.Request page) {
    List<Object> values = new ArrayList<>(List.of(Cursors.position(page).order()));
    StringBuilder where = new StringBuilder("id < ?");
    filter.business().ifPresent(business -> and(where, "business = ?", values, business.value()));
    filter.task().ifPresent(task -> and(where, "task = ?", values, task.value()));
    filter.state().ifPresent(state -> and(where, "state = ?", values, state.name()));
    List<Delivery> rows =
        database.in(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(
                      SELECT
                          + where
                          + " ORDER BY id DESC FETCH FIRST "
                          + (page.limit() + 1)
                          + " ROWS ONLY")) {
                for (int i = 0; i < values.size(); i++) {
                  select.setObject(i + 1, values.get(i));
                }
                return deliveries(select);
              }
            });
    return Cursors.page(page, rows, last -> new Position(last.id(), ""));
  }

  private static void and(StringBuilder where, String term, List<Object> values, Object value) {
    where.append(" AND ").append(term);
    values.add(value);
  }

  private List<Delivery> deliveries(PreparedStatement select) throws SQLException {
    List<Delivery> deliveries = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        deliveries.add(
            new Delivery(
                row.getLong("id"),
                json.read(row.getBytes("notice"), Notice.class),
                row.getString("person"),
                Notify.Channel.valueOf(row.getString("channel")),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Micros.toInstant(row.getLong("next_at")),
                Micros.toInstant(row.getLong("created_at")),
                Micros.get(row, "sent_at"),
                Optional.ofNullable(row.getString("last_error"))));
      }
    }
    return deliveries;
  }
}
