package org.standardops.persistence.internal.connection;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.ConnectionStore;

@Component
public final class JpaConnectionStore implements ConnectionStore {

  private final Tx tx;

  @Activate
  public JpaConnectionStore(@Reference Tx tx) {
    this.tx = tx;
  }

  @Override
  public Optional<StoredConnection> find(BusinessId business, String system) {
    return tx.in(
        em ->
            Optional.ofNullable(
                    em.find(ConnectionRow.class, new ConnectionRow.Key(business.value(), system)))
                .map(ConnectionRow::toConnection));
  }

  @Override
  public List<StoredConnection> list(BusinessId business) {
    return tx.in(
        em ->
            em
                .createQuery(
                    "select c from ConnectionRow c where c.business = :business"
                        + " order by c.system",
                    ConnectionRow.class)
                .setParameter("business", business.value())
                .getResultList()
                .stream()
                .map(ConnectionRow::toConnection)
                .toList());
  }

  @Override
  public boolean replace(StoredConnection connection) {
    if (connection.version() == 0) {
      return tx.insert(
          em -> {
            em.persist(new ConnectionRow(connection));
            return true;
          });
    }
    return tx.in(
        em ->
            locked(em, connection.business(), connection.system(), connection.version())
                .map(
                    row -> {
                      row.set(connection);
                      return true;
                    })
                .orElse(false));
  }

  @Override
  public boolean delete(BusinessId business, String system, long version) {
    return tx.in(
        em ->
            locked(em, business, system, version)
                .map(
                    row -> {
                      em.remove(row);
                      return true;
                    })
                .orElse(false));
  }

  private static Optional<ConnectionRow> locked(
      EntityManager em, BusinessId business, String system, long version) {
    return Tx.lock(em, ConnectionRow.class, new ConnectionRow.Key(business.value(), system))
        .filter(row -> row.version() == version);
  }
}
