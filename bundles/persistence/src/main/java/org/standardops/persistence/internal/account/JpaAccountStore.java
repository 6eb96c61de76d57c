package org.standardops.persistence.internal.account;

import java.util.List;
import java.util.Optional;
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

  /** Raising the version first locks the row: of two at once, one finds another version. */
  @Override
  public boolean replace(Account account) {
    return tx.in(
        em -> {
          int raised =
              em.createQuery(
                      "update AccountRow a set a.version = a.version + 1"
                          + " where a.name = :name and a.version = :version")
                  .setParameter("name", account.name())
                  .setParameter("version", account.version())
                  .executeUpdate();
          if (raised == 0) {
            return false;
          }
          em.find(AccountRow.class, account.name()).set(account);
          return true;
        });
  }

  @Override
  public boolean delete(String name, long version) {
    return tx.in(
        em ->
            em.createQuery("delete from AccountRow a where a.name = :name and a.version = :version")
                    .setParameter("name", name)
                    .setParameter("version", version)
                    .executeUpdate()
                > 0);
  }
}
