package org.standardops.persistence.internal.component;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.ComponentStore;

@Component
public final class JpaComponentStore implements ComponentStore {

  private final Tx tx;

  @Activate
  public JpaComponentStore(@Reference Tx tx) {
    this.tx = tx;
  }

  @Override
  public List<StoredComponent> list() {
    return tx.in(
        em ->
            em
                .createQuery(
                    "select c from ComponentRow c order by c.name, c.version", ComponentRow.class)
                .getResultList()
                .stream()
                .map(ComponentRow::toComponent)
                .toList());
  }

  @Override
  public List<String> names() {
    return tx.in(
        em ->
            List.copyOf(
                em.createQuery(
                        "select distinct c.name from ComponentRow c order by c.name", String.class)
                    .getResultList()));
  }

  @Override
  public boolean add(StoredComponent component) {
    return tx.insert(
        em -> {
          em.persist(new ComponentRow(component));
          return true;
        });
  }

  @Override
  public boolean remove(String name, String version) {
    return tx.in(
        em ->
            em.createQuery(
                        "delete from ComponentRow c where c.name = :name and c.version = :version")
                    .setParameter("name", name)
                    .setParameter("version", version)
                    .executeUpdate()
                > 0);
  }
}
