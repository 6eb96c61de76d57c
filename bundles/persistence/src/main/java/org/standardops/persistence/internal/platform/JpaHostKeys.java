package org.standardops.persistence.internal.platform;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.port.HostKeys;
import org.standardops.model.BusinessId;
import org.standardops.persistence.internal.database.Tx;

@Component
public final class JpaHostKeys implements HostKeys {

  private final Tx tx;

  @Activate
  public JpaHostKeys(@Reference Tx tx) {
    this.tx = tx;
  }

  @Override
  public Optional<String> find(BusinessId business, Server server) {
    return tx.in(em -> row(em, business, server).map(HostKeyRow::publicKey));
  }

  private static Optional<HostKeyRow> row(EntityManager em, BusinessId business, Server server) {
    return Optional.ofNullable(
        em.find(HostKeyRow.class, new HostKeyRow.Key(business.value(), server)));
  }

  @Override
  public String remember(BusinessId business, Server server, String key) {
    boolean first =
        find(business, server).isEmpty()
            && tx.insert(
                em -> {
                  em.persist(new HostKeyRow(business.value(), server, key));
                  return true;
                });
    return first ? key : find(business, server).orElse(key);
  }

  @Override
  public Map<Server, String> of(BusinessId business) {
    return tx
        .in(
            em ->
                em.createQuery(
                        "select k from HostKeyRow k where k.business = :business", HostKeyRow.class)
                    .setParameter("business", business.value())
                    .getResultList())
        .stream()
        .collect(Collectors.toMap(HostKeyRow::server, HostKeyRow::publicKey));
  }

  @Override
  public void change(BusinessId business, Map<Server, String> keys, Collection<Server> forget) {
    tx.in(
        em -> {
          keys.forEach((server, key) -> em.merge(new HostKeyRow(business.value(), server, key)));
          forget.forEach(server -> row(em, business, server).ifPresent(em::remove));
          return true;
        });
  }
}
