package org.standardops.rest.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.services.Caller;
import org.standardops.services.PeopleService;
import org.standardops.services.port.Account;

/** Accounts in memory. */
public final class FakePeople implements PeopleService {

  public final Map<String, Account> accounts = new ConcurrentSkipListMap<>();

  /** What every call fails with while it is set; null: nothing. */
  public volatile RuntimeException failure;

  @Override
  public Me me(Caller caller) {
    if (failure != null) {
      throw failure;
    }
    return new Me(
        caller.name(),
        "Ms " + caller.name(),
        caller.platformAdmin(),
        caller.mustChangePassword(),
        List.of(new BusinessRole(new BusinessId("web"), "Web", Role.BUSINESS_ADMIN)));
  }

  @Override
  public void changePassword(Caller caller, char[] current, char[] password) {
    if (!FakeAuthentication.PASSWORD.equals(new String(current))) {
      throw ProductException.invalid(
          List.of(new Fault("/current", "WRONG_PASSWORD", "This is not your password.")));
    }
  }

  @Override
  public Page<Account> list(Caller caller, Page.Request page) {
    return Lists.page(new ArrayList<>(accounts.values()), page);
  }

  @Override
  public Account get(Caller caller, String name) {
    if (!accounts.containsKey(name)) {
      throw ProductException.notFound("The account " + name);
    }
    return accounts.get(name);
  }

  @Override
  public Account create(Caller caller, AccountInput input) {
    if (!caller.platformAdmin()) {
      throw new ProductException(ErrorCode.FORBIDDEN, "Only platform admins make accounts.");
    }
    if (input.name().equals("away")) {
      throw new StoreUnavailableException("The database is away.", new IllegalStateException());
    }
    Account account = account(input, 1);
    if (accounts.putIfAbsent(input.name(), account) != null) {
      throw new ProductException(ErrorCode.ALREADY_EXISTS, "There is such an account.");
    }
    return account;
  }

  @Override
  public Account replace(Caller caller, String name, long expectedVersion, AccountInput input) {
    if (get(caller, name).version() != expectedVersion) {
      throw new ProductException(ErrorCode.ETAG_CHANGED, "It was changed meanwhile.");
    }
    accounts.put(name, account(input, expectedVersion + 1));
    return accounts.get(name);
  }

  @Override
  public void delete(Caller caller, String name, long expectedVersion) {
    if (get(caller, name).version() != expectedVersion) {
      throw new ProductException(ErrorCode.ETAG_CHANGED, "It was changed meanwhile.");
    }
    accounts.remove(name);
  }

  private static Account account(AccountInput input, long version) {
    return new Account(
        input.name(),
        input.displayName(),
        input.email(),
        input.phone(),
        input.wechat(),
        input.platformAdmin(),
        "a hash",
        input.mustChangePassword(),
        Instant.now(),
        version);
  }
}
