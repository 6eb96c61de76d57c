package org.standardops.persistence.internal.secret;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.model.TaskId;
import org.standardops.persistence.internal.database.Database;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.SecretStore;

@Component
public final class JpaSecretStore implements SecretStore {

  private final Tx tx;

  private final UnusedSecrets unused;

  @Activate
  public JpaSecretStore(@Reference Tx tx, @Reference Database database) {
    this.tx = tx;
    this.unused = new UnusedSecrets(database);
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
  public void keep(
      BusinessId business, String id, byte[] sealed, String by, Instant at, Optional<TaskId> task) {
    tx.in(em -> em.merge(new SecretRow(business.value(), "~" + id, sealed, by, at).heldBy(task)));
  }

  @Override
  public int clean(Instant before) {
    return unused.delete(before);
  }

  @Override
  public int reseal(Function<byte[], Optional<byte[]>> anew) {
    List<SecretRow.Key> all =
        tx.in(
            em ->
                em
                    .createQuery("select s from SecretRow s", SecretRow.class)
                    .getResultList()
                    .stream()
                    .map(SecretRow::key)
                    .toList());
    int stored = 0;
    for (SecretRow.Key key : all) {
      stored += tx.in(em -> reseal(em, key, anew)) ? 1 : 0;
    }
    return stored;
  }

  private static boolean reseal(
      EntityManager em, SecretRow.Key key, Function<byte[], Optional<byte[]>> anew) {
    Optional<SecretRow> row = Tx.lock(em, SecretRow.class, key);
    Optional<byte[]> sealed = row.map(SecretRow::sealed).flatMap(anew);
    sealed.ifPresent(bytes -> row.orElseThrow().reseal(bytes));
    return sealed.isPresent();
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
