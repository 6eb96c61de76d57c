package org.standardops.services.port;

import java.util.Optional;
import org.standardops.model.Page;
import org.standardops.model.ProductException;

/** Where accounts are kept. Each call is one transaction. Thread-safe. */
public interface AccountStore {

  Optional<Account> find(String name);

  Page<Account> list(Page.Request page);

  /** False, and nothing stored, where the name is taken. */
  boolean create(Account account);

  /**
   * Stores the account with its version raised, where the stored version is still {@code
   * account.version()}; else false. Another password hash ends the account's sessions with it.
   *
   * @throws ProductException STATE_FORBIDS where it would leave no platform admin
   */
  boolean replace(Account account);

  /**
   * Takes its sessions and tokens along. False where the stored version is another.
   *
   * @throws ProductException STATE_FORBIDS where it would leave no platform admin
   */
  boolean delete(String name, long version);
}
