package org.standardops.persistence.internal.secret;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.SecretStore;

@Component
public final class JpaSecretStore implements SecretStore {

  private final Tx tx;

  @Activate
  public JpaSecretStore(@Reference Tx tx) {
    this.tx = tx;
  }

  @Override
  public Optional<byte[]> find(BusinessId business, String name) {
    return tx.in(
        em ->
            Optional.ofNullable(em.find(SecretRow.class, new SecretRow.Key(business.value(), name)))
                .map(SecretRow::sealed));
  }

  @Override
  public List<Entry> list(BusinessId business) {
    return tx.in(
        em ->
            em
                .createQuery(
                    "select s from SecretRow s where s.business = :business"
                        + " and s.name not like '~%' order by s.name",
                    SecretRow.class)
                .setParameter("business", business.value())
                .getResultList()
                .stream()
                .map(SecretRow::toEntry)
                .toList());
  }

  @Override
  public void put(BusinessId business, String name, byte[] sealed, String by, Instant at) {
    tx.in(em -> em.merge(new SecretRow(business.value(), name, sealed, by, at)));
  }

  @Override
  public boolean delete(BusinessId business, String name) {
    return tx.in(
        em ->
            em.createQuery(
                        "delete from SecretRow s where s.business = :business and s.name = :name")
                    .setParameter("business", business.value())
                    .setParameter("name", name)
                    .executeUpdate()
                > 0);
  }
}
