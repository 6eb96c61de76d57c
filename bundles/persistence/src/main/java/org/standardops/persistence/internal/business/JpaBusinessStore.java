package org.standardops.persistence.internal.business;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.persistence.internal.database.Cursors;
import org.standardops.persistence.internal.database.Cursors.Position;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.Business;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.FollowerRight;

@Component
public final class JpaBusinessStore implements BusinessStore {

  private final Tx tx;

  @Activate
  public JpaBusinessStore(@Reference Tx tx) {
    this.tx = tx;
  }

  @Override
  public Optional<Business> find(BusinessId id) {
    return tx.in(
        em ->
            Optional.ofNullable(em.find(BusinessRow.class, id.value()))
                .map(row -> withRoles(em, List.of(row)).get(0)));
  }

  @Override
  public Page<Business> list(Page.Request page) {
    Position after = Cursors.position(page);
    return tx.in(
        em -> {
          List<BusinessRow> rows =
              em.createQuery(
                      "select b from BusinessRow b where b.createdAt < :order"
                          + " or (b.createdAt = :order and b.id < :id)"
                          + " order by b.createdAt desc, b.id desc",
                      BusinessRow.class)
                  .setParameter("order", after.order())
                  .setParameter("id", after.id())
                  .setMaxResults(page.limit() + 1)
                  .getResultList();
          Page<BusinessRow> found = Cursors.page(page, rows, BusinessRow::position);
          return new Page<>(withRoles(em, found.items()), found.nextCursor());
        });
  }

  @Override
  public List<Business> of(String account) {
    return tx.in(
        em ->
            withRoles(
                em,
                em.createQuery(
                        "select distinct b from BusinessRow b, RoleRow r"
                            + " where r.business = b.id and r.account = :account order by b.id",
                        BusinessRow.class)
                    .setParameter("account", account)
                    .getResultList()));
  }

  @Override
  public boolean create(Business business) {
    return tx.insert(
        em -> {
          em.persist(new BusinessRow(business));
          persistAdmins(em, business.id(), business.admins());
          business
              .followers()
              .forEach(
                  (account, rights) ->
                      em.persist(RoleRow.follower(business.id().value(), account, rights)));
          return true;
        });
  }

  @Override
  public boolean setAdmins(BusinessId id, List<String> admins) {
    return change(
        id,
        em -> {
          em.createQuery("delete from RoleRow r where r.business = :id and r.role = :role")
              .setParameter("id", id.value())
              .setParameter("role", RoleRow.ADMIN)
              .executeUpdate();
          persistAdmins(em, id, admins);
        });
  }

  @Override
  public boolean setFollower(
      BusinessId id, String account, Map<String, Set<FollowerRight>> rights) {
    return change(
        id,
        em -> {
          deleteFollower(em, id, account);
          em.persist(RoleRow.follower(id.value(), account, rights));
        });
  }

  @Override
  public boolean removeFollower(BusinessId id, String account) {
    return tx.in(em -> deleteFollower(em, id, account) > 0);
  }

  /** Locks the business's row first, so that changes of its roles come one after another. */
  private boolean change(BusinessId id, Consumer<EntityManager> change) {
    return tx.in(
        em -> {
          Optional<BusinessRow> locked = Tx.lock(em, BusinessRow.class, id.value());
          locked.ifPresent(business -> change.accept(em));
          return locked.isPresent();
        });
  }

  private static void persistAdmins(EntityManager em, BusinessId id, List<String> admins) {
    List<String> accounts = admins.stream().distinct().toList();
    for (int place = 0; place < accounts.size(); place++) {
      em.persist(RoleRow.admin(id.value(), accounts.get(place), place));
    }
  }

  private static int deleteFollower(EntityManager em, BusinessId id, String account) {
    return em.createQuery(
            "delete from RoleRow r where r.business = :id and r.account = :account"
                + " and r.role = :role")
        .setParameter("id", id.value())
        .setParameter("account", account)
        .setParameter("role", RoleRow.FOLLOWER)
        .executeUpdate();
  }

  /** The businesses in the same order, with one read for the roles of all. */
  private static List<Business> withRoles(EntityManager em, List<BusinessRow> businesses) {
    if (businesses.isEmpty()) {
      return List.of();
    }
    Map<String, List<RoleRow>> roles =
        em
            .createQuery(
                "select r from RoleRow r where r.business in :ids order by r.place, r.account",
                RoleRow.class)
            .setParameter("ids", businesses.stream().map(BusinessRow::id).toList())
            .getResultList()
            .stream()
            .collect(Collectors.groupingBy(RoleRow::business));
    return businesses.stream()
        .map(row -> row.toBusiness(roles.getOrDefault(row.id(), List.of())))
        .toList();
  }
}
