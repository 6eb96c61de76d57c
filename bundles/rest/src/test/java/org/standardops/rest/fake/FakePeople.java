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
import org.standardops.platform.Person;
import org.standardops.services.AccountView;
import org.standardops.services.Caller;
import org.standardops.services.PeopleService;
import org.standardops.services.port.Account;

/** Accounts in memory. */
public final class FakePeople implements PeopleService {

  public final Map<String, AccountView> accounts = new ConcurrentSkipListMap<>();

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
  public Page<AccountView> list(Caller caller, Page.Request page) {
    return Lists.page(new ArrayList<>(accounts.values()), page);
  }

  @Override
  public AccountView get(Caller caller, String name) {
    if (!accounts.containsKey(name)) {
      throw ProductException.notFound("The account " + name);
    }
    return accounts.get(name);
  }

  @Override
  public AccountView create(Caller caller, AccountInput input) {
    if (!caller.platformAdmin()) {
      throw new ProductException(ErrorCode.FORBIDDEN, "Only platform admins make accounts.");
    }
    if (input.name().equals("away")) {
      throw new StoreUnavailableException("The database is away.", new IllegalStateException());
    }
    AccountView account = account(input, 1);
    if (accounts.putIfAbsent(input.name(), account) != null) {
      throw new ProductException(ErrorCode.ALREADY_EXISTS, "There is such an account.");
    }
    return account;
  }

  @Override
  public AccountView replace(Caller caller, String name, long expectedVersion, AccountInput input) {
    if (get(caller, name).account().version() != expectedVersion) {
      throw new ProductException(ErrorCode.ETAG_CHANGED, "It was changed meanwhile.");
    }
    accounts.put(name, account(input, expectedVersion + 1));
    return accounts.get(name);
  }

  @Override
  public void delete(Caller caller, String name, long expectedVersion) {
    if (get(caller, name).account().version() != expectedVersion) {
      throw new ProductException(ErrorCode.ETAG_CHANGED, "It was changed meanwhile.");
    }
    accounts.remove(name);
  }

  private static AccountView account(AccountInput input, long version) {
    return new AccountView(
        new Account(
            input.name(),
            input.platformAdmin(),
            "a hash",
            input.mustChangePassword(),
            Instant.now(),
            version),
        new Person(
            input.name(), input.displayName(), input.email(), input.phone(), input.wechat()));
  }
}
