package org.standardops.services.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.platform.ConfigurationPlatform;
import org.standardops.platform.Person;
import org.standardops.services.AccountView;
import org.standardops.services.Caller;
import org.standardops.services.PeopleService;
import org.standardops.services.port.Account;
import org.standardops.services.port.AccountStore;
import org.standardops.services.port.Business;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.FirstAccount;
import org.standardops.services.port.FollowerStore;
import org.standardops.services.port.PasswordHashing;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;

/** Accounts, and what each person sees of itself. */
@Component
public final class PeopleUseCases implements PeopleService {

  private final AccountStore accounts;
  private final ConfigurationPlatform platform;
  private final FollowerStore followers;
  private final BusinessStore businesses;
  private final PasswordHashing hashing;
  private final FirstAccount firstAccount;
  private final Permissions permissions;
  private final InstantSource clock;

  @Activate
  public PeopleUseCases(
      @Reference AccountStore accounts,
      @Reference ConfigurationPlatform platform,
      @Reference FollowerStore followers,
      @Reference BusinessStore businesses,
      @Reference PasswordHashing hashing,
      @Reference FirstAccount firstAccount) {
    this(accounts, platform, followers, businesses, hashing, firstAccount, InstantSource.system());
  }

  PeopleUseCases(
      AccountStore accounts,
      ConfigurationPlatform platform,
      FollowerStore followers,
      BusinessStore businesses,
      PasswordHashing hashing,
      FirstAccount firstAccount,
      InstantSource clock) {
    this.accounts = accounts;
    this.platform = platform;
    this.followers = followers;
    this.businesses = businesses;
    this.hashing = hashing;
    this.firstAccount = firstAccount;
    this.permissions = new Permissions(businesses);
    this.clock = clock;
  }

  @Override
  public Me me(Caller caller) {
    permissions.require(caller, Operation.SEE_ONESELF);
    Account account = own(caller);
    return new Me(
        account.name(),
        person(account.name()).displayName(),
        account.platformAdmin(),
        account.mustChangePassword(),
        businesses.of(account.name()).stream()
            .map(business -> role(business, account.name()))
            .toList());
  }

  private static BusinessRole role(Business business, String name) {
    return new BusinessRole(
        business.id(),
        business.name(),
        business.admins().contains(name) ? Role.BUSINESS_ADMIN : Role.BUSINESS_FOLLOWER);
  }

  @Override
  public void changePassword(Caller caller, char[] current, char[] password) {
    permissions.require(caller, Operation.CHANGE_OWN_PASSWORD);
    Account account = own(caller);
    List<Fault> faults = new ArrayList<>();
    if (!hashing.matches(current, account.passwordHash())) {
      faults.add(new Fault("/current", "WRONG_PASSWORD", "This is not your password."));
    }
    faults.addAll(PasswordRules.check("/password", account.name(), password));
    if (faults.isEmpty() && Arrays.equals(current, password)) {
      faults.add(new Fault("/password", "UNCHANGED", "Choose another password."));
    }
    refuse(faults);
    if (!accounts.replace(account.withOwnPassword(hashing.hash(password)))) {
      throw changedMeanwhile();
    }
    firstAccount.passwordChanged(account.name());
  }

  @Override
  public Page<AccountView> list(Caller caller, Page.Request page) {
    permissions.require(caller, Operation.LIST_PEOPLE);
    Page<Account> found = accounts.list(page);
    Map<String, Person> people =
        platform.people(found.items().stream().map(Account::name).toList()).stream()
            .collect(Collectors.toMap(Person::name, person -> person));
    return found.map(
        account ->
            new AccountView(
                account, people.getOrDefault(account.name(), Person.named(account.name()))));
  }

  @Override
  public AccountView get(Caller caller, String name) {
    permissions.require(caller, Operation.SEE_PERSON);
    return view(load(name));
  }

  @Override
  public AccountView create(Caller caller, AccountInput input) {
    permissions.require(caller, Operation.CREATE_PERSON);
    List<Fault> faults = new ArrayList<>(AccountCheck.check(input));
    if (input.password().isEmpty()) {
      faults.add(new Fault("/password", "MISSING", "A new account needs a first password."));
    }
    refuse(faults);
    Account account =
        account(
            input,
            hashing.hash(input.password().orElseThrow()),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            1);
    if (accounts.find(account.name()).isPresent()) {
      throw taken(account.name());
    }
    // The person first: who finds the account finds all of it.
    savePerson(input);
    if (!accounts.create(account)) {
      throw taken(account.name());
    }
    return view(account);
  }

  @Override
  public AccountView replace(Caller caller, String name, long expectedVersion, AccountInput input) {
    permissions.require(caller, Operation.CHANGE_PERSON);
    Account before = load(name);
    requireUnchanged(before, expectedVersion);
    List<Fault> faults = new ArrayList<>(AccountCheck.check(input));
    if (!input.name().equals(name)) {
      faults.add(new Fault("/name", "UNCHANGEABLE", "An account keeps its name."));
    }
    refuse(faults);
    Optional<String> hash = input.password().map(hashing::hash);
    Account account =
        account(input, hash.orElse(before.passwordHash()), before.createdAt(), before.version());
    if (!accounts.replace(account)) {
      throw changedMeanwhile();
    }
    savePerson(input);
    hash.ifPresent(changed -> firstAccount.passwordChanged(name));
    return view(load(name));
  }

  @Override
  public void delete(Caller caller, String name, long expectedVersion) {
    permissions.require(caller, Operation.DELETE_PERSON);
    Account account = load(name);
    requireUnchanged(account, expectedVersion);
    Set<String> of = new TreeSet<>();
    businesses.of(name).forEach(business -> of.add(business.id().value()));
    followers.businessesOf(name).forEach(business -> of.add(business.value()));
    if (!of.isEmpty()) {
      // A role left behind would fall to whoever gets this name next.
      throw new ProductException(
          ErrorCode.IN_USE,
          name + " has a role in " + String.join(", ", of) + "; take it away first.");
    }
    if (!accounts.delete(name, expectedVersion)) {
      throw changedMeanwhile();
    }
    platform.changes().ifPresent(changes -> changes.forget(name));
  }

  /** Where the platform is kept here, the account brings its person along. */
  private void savePerson(AccountInput input) {
    platform
        .changes()
        .ifPresent(
            changes ->
                changes.save(
                    new Person(
                        input.name(),
                        input.displayName(),
                        input.email(),
                        input.phone(),
                        input.wechat())));
  }

  private AccountView view(Account account) {
    return new AccountView(account, person(account.name()));
  }

  private Person person(String name) {
    return platform.person(name).orElseGet(() -> Person.named(name));
  }

  private static Account account(AccountInput input, String hash, Instant createdAt, long version) {
    return new Account(
        input.name(), input.platformAdmin(), hash, input.mustChangePassword(), createdAt, version);
  }

  private Account own(Caller caller) {
    return accounts
        .find(caller.name())
        .orElseThrow(
            () -> new ProductException(ErrorCode.UNAUTHENTICATED, "Your account is gone."));
  }

  private Account load(String name) {
    return accounts.find(name).orElseThrow(() -> ProductException.notFound("The person " + name));
  }

  private static void requireUnchanged(Account account, long expectedVersion) {
    if (account.version() != expectedVersion) {
      throw changedMeanwhile();
    }
  }

  private static ProductException taken(String name) {
    return new ProductException(
        ErrorCode.ALREADY_EXISTS, "There is an account " + name + " already.");
  }

  private static ProductException changedMeanwhile() {
    return new ProductException(
        ErrorCode.ETAG_CHANGED, "The account has changed since you read it: read it again.");
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
  }
}
