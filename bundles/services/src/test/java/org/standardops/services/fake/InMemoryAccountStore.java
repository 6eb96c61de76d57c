package org.standardops.services.fake;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.model.Page;
import org.standardops.services.port.Account;
import org.standardops.services.port.AccountStore;

/** Accounts in memory; can be away. */
public final class InMemoryAccountStore implements AccountStore {

  private final Map<String, Account> accounts = new ConcurrentHashMap<>();
  private volatile boolean away;

  public void setAway(boolean away) {
    this.away = away;
  }

  @Override
  public Optional<Account> find(String name) {
    requireThere();
    return Optional.ofNullable(accounts.get(name));
  }

  @Override
  public Page<Account> list(Page.Request page) {
    requireThere();
    List<Account> all =
        accounts.values().stream().sorted(Comparator.comparing(Account::name)).toList();
    return Pages.of(all, Account::name, page);
  }

  @Override
  public boolean create(Account account) {
    requireThere();
    return accounts.putIfAbsent(account.name(), account) == null;
  }

  @Override
  public synchronized boolean replace(Account account) {
    requireThere();
    Account before = accounts.get(account.name());
    if (before != null && !account.platformAdmin()) {
      requireAnotherAdmin(before);
    }
    return before != null
        && before.version() == account.version()
        && accounts.replace(account.name(), before, raised(account));
  }

  private static Account raised(Account account) {
    return new Account(
        account.name(),
        account.platformAdmin(),
        account.passwordHash(),
        account.mustChangePassword(),
        account.createdAt(),
        account.version() + 1);
  }

  @Override
  public synchronized boolean delete(String name, long version) {
    requireThere();
    Account before = accounts.get(name);
    if (before != null) {
      requireAnotherAdmin(before);
    }
    return before != null && before.version() == version && accounts.remove(name, before);
  }

  private void requireAnotherAdmin(Account account) {
    if (account.platformAdmin()
        && accounts.values().stream().filter(Account::platformAdmin).count() == 1) {
      throw account.lastPlatformAdmin();
    }
  }

  private void requireThere() {
    if (away) {
      throw new StoreUnavailableException("The database is away.", null);
    }
  }
}
