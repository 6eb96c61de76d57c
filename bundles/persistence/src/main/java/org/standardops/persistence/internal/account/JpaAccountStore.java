package org.standardops.persistence.internal.account;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.Page;
import org.standardops.persistence.internal.database.Cursors;
import org.standardops.persistence.internal.database.Cursors.Position;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.Account;
import org.standardops.services.port.AccountStore;

@Component
public final class JpaAccountStore implements AccountStore {

  private final Tx tx;

  @Activate
  public JpaAccountStore(@Reference Tx tx) {
    this.tx = tx;
  }

  @Override
  public Optional<Account> find(String name) {
    return tx.in(em -> Optional.ofNullable(em.find(AccountRow.class, name)))
        .map(AccountRow::toAccount);
  }

  @Override
  public Page<Account> list(Page.Request page) {
    Position after = Cursors.position(page);
    List<AccountRow> rows =
        tx.in(
            em ->
                em.createQuery(
                        "select a from AccountRow a where a.createdAt < :order"
                            + " or (a.createdAt = :order and a.name < :id)"
                            + " order by a.createdAt desc, a.name desc",
                        AccountRow.class)
                    .setParameter("order", after.order())
                    .setParameter("id", after.id())
                    .setMaxResults(page.limit() + 1)
                    .getResultList());
    return Cursors.page(page, rows, AccountRow::position).map(AccountRow::toAccount);
  }

  @Override
  public boolean create(Account account) {
    return tx.insert(
        em -> {
          em.persist(new AccountRow(account));
          return true;
        });
  }

  @Override
  public boolean replace(Account account) {
    return tx.in(
        em -> {
          boolean others = account.platformAdmin() || hasOtherAdmin(em, account.name());
          Optional<AccountRow> row = lock(em, account.name(), account.version());
          row.filter(seen -> seen.platformAdmin() && !account.platformAdmin() && !others)
              .ifPresent(JpaAccountStore::refuse);
          row.filter(seen -> !seen.passwordHash().equals(account.passwordHash()))
              .ifPresent(changed -> endSessions(em, account.name()));
          row.ifPresent(seen -> seen.replace(account));
          return row.isPresent();
        });
  }

  @Override
  public boolean delete(String name, long version) {
    return tx.in(
        em -> {
          boolean others = hasOtherAdmin(em, name);
          Optional<AccountRow> row = lock(em, name, version);
          row.filter(seen -> seen.platformAdmin() && !others).ifPresent(JpaAccountStore::refuse);
          row.ifPresent(
              seen -> {
                endSessions(em, name);
                em.createQuery("delete from TokenRow t where t.account = :account")
                    .setParameter("account", name)
                    .executeUpdate();
                em.remove(seen);
              });
          return row.isPresent();
        });
  }

  /**
   * Locks all platform admins, each time in the same order, so that of two who end each other one
   * sees what the other did.
   */
  private static boolean hasOtherAdmin(EntityManager em, String name) {
    List<AccountRow> admins =
        em
            .createQuery(
                "select a.name from AccountRow a where a.platformAdmin = 1 order by a.name",
                String.class)
            .getResultList()
            .stream()
            .flatMap(admin -> Tx.lock(em, AccountRow.class, admin).stream())
            .filter(AccountRow::platformAdmin)
            .toList();
    return admins.stream().anyMatch(admin -> !admin.name().equals(name));
  }

  private static void refuse(AccountRow admin) {
    throw admin.toAccount().lastPlatformAdmin();
  }

  private static void endSessions(EntityManager em, String account) {
    em.createQuery("delete from SessionRow s where s.account = :account")
        .setParameter("account", account)
        .executeUpdate();
  }

  private static Optional<AccountRow> lock(EntityManager em, String name, long version) {
    return Tx.lock(em, AccountRow.class, name).filter(row -> row.version() == version);
  }
}
