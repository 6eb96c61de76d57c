package org.standardops.persistence.internal.business;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.FollowerRight;
import org.standardops.services.port.FollowerStore;

@Component
public final class JpaFollowerStore implements FollowerStore {

  private final Tx tx;

  @Activate
  public JpaFollowerStore(@Reference Tx tx) {
    this.tx = tx;
  }

  @Override
  public Map<String, Map<String, Set<FollowerRight>>> of(BusinessId business) {
    return tx
        .in(
            em ->
                em.createQuery(
                        "select f from FollowerRow f where f.business = :business",
                        FollowerRow.class)
                    .setParameter("business", business.value())
                    .getResultList())
        .stream()
        .collect(Collectors.toMap(FollowerRow::account, FollowerRow::rights));
  }

  @Override
  public List<BusinessId> businessesOf(String account) {
    return tx
        .in(
            em ->
                em.createQuery(
                        "select f.business from FollowerRow f where f.account = :account"
                            + " order by f.business",
                        String.class)
                    .setParameter("account", account)
                    .getResultList())
        .stream()
        .map(BusinessId::new)
        .toList();
  }

  @Override
  public void set(BusinessId business, String account, Map<String, Set<FollowerRight>> rights) {
    tx.in(em -> em.merge(new FollowerRow(business.value(), account, rights)));
  }

  @Override
  public boolean remove(BusinessId business, String account) {
    return tx.in(
        em ->
            em.createQuery(
                        "delete from FollowerRow f"
                            + " where f.business = :business and f.account = :account")
                    .setParameter("business", business.value())
                    .setParameter("account", account)
                    .executeUpdate()
                > 0);
  }
}
