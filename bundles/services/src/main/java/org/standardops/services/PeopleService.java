package org.standardops.services;

import java.util.List;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;

/**
 * Accounts with their persons, and what each person sees of itself. All but {@link #me} and {@link
 * #changePassword} are the platform admin's. Thread-safe.
 */
public interface PeopleService {

  Me me(Caller caller);

  /**
   * Changes the caller's own password.
   *
   * @throws org.standardops.model.ProductException INVALID where the current one is wrong or the
   *     new one too weak
   */
  void changePassword(Caller caller, char[] current, char[] password);

  Page<AccountView> list(Caller caller, Page.Request page);

  AccountView get(Caller caller, String name);

  AccountView create(Caller caller, AccountInput input);

  AccountView replace(Caller caller, String name, long expectedVersion, AccountInput input);

  void delete(Caller caller, String name, long expectedVersion);

  /**
   * What is sent for an account.
   *
   * @param password empty at a change: unchanged
   */
  record AccountInput(
      String name,
      String displayName,
      String email,
      String phone,
      String wechat,
      boolean platformAdmin,
      java.util.Optional<char[]> password,
      boolean mustChangePassword) {}

  /** A person, as it sees itself. */
  record Me(
      String name,
      String displayName,
      boolean platformAdmin,
      boolean mustChangePassword,
      List<BusinessRole> businesses) {}

  /** A role that a person has in a business. */
  record BusinessRole(BusinessId id, String name, Role role) {}

  /** The roles. */
  enum Role {
    BUSINESS_ADMIN,
    BUSINESS_FOLLOWER
  }
}
