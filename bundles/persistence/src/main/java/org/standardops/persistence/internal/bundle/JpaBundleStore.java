package org.standardops.persistence.internal.bundle;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.BundleStore;

@Component
public final class JpaBundleStore implements BundleStore {

  private final Tx tx;

  @Activate
  public JpaBundleStore(@Reference Tx tx) {
    this.tx = tx;
  }

  @Override
  public List<StoredBundle> list() {
    return tx
        .in(
            em ->
                em.createQuery(
                        "select b from BundleRow b order by b.symbolicName, b.version",
                        BundleRow.class)
                    .getResultList())
        .stream()
        .map(BundleRow::toBundle)
        .toList();
  }

  @Override
  public Optional<byte[]> bytes(String symbolicName, String version) {
    return tx.in(
        em ->
            Optional.ofNullable(em.find(BundleRow.class, new BundleRow.Key(symbolicName, version)))
                .map(BundleRow::content));
  }

  @Override
  public boolean add(StoredBundle bundle, byte[] bytes) {
    return tx.insert(
        em -> {
          em.persist(new BundleRow(bundle, bytes));
          return true;
        });
  }

  @Override
  public boolean remove(String symbolicName, String version) {
    return tx.in(
        em ->
            em.createQuery(
                        "delete from BundleRow b where b.symbolicName = :name"
                            + " and b.version = :version")
                    .setParameter("name", symbolicName)
                    .setParameter("version", version)
                    .executeUpdate()
                > 0);
  }
}
