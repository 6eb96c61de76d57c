package org.standardops.security.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.model.Page;
import org.standardops.services.port.Account;
import org.standardops.services.port.AccountStore;
import org.standardops.services.port.PasswordHashing;

/**
 * Makes the first account of a new server: the platform admin {@code admin}, with the configured
 * password, or with a generated one that must be changed.
 */
final class FirstAdmin {

  static final String NAME = "admin";

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);

  private final AccountStore accounts;
  private final PasswordHashing hashing;
  private final FirstPasswordFile file;
  private final Supplier<Optional<char[]>> configured;
  private final InstantSource clock;

  /**
   * @param configured the password that the first account gets; empty: a generated one
   */
  FirstAdmin(
      AccountStore accounts,
      PasswordHashing hashing,
      Path dataFolder,
      Supplier<Optional<char[]>> configured,
      InstantSource clock) {
    this.accounts = accounts;
    this.hashing = hashing;
    this.file = new FirstPasswordFile(dataFolder);
    this.configured = configured;
    this.clock = clock;
  }

  /** Makes the account where there is none at all; needs the database. May be called again. */
  void make() {
    if (!accounts.list(new Page.Request(1, Optional.empty())).items().isEmpty()) {
      forgetOutdated();
      return;
    }
    Optional<char[]> password = configured.get();
    if (password.isPresent()) {
      create(password.get(), false);
    } else if (create(file.generate(), true)) {
      LOG.info(
          "The first account is '{}'; its password, which must be changed at the first use, is in"
              + " {}.",
          NAME,
          file);
    } else {
      file.delete();
    }
  }

  /** A generated password that was changed while this server could not take note. */
  private void forgetOutdated() {
    if (!accounts.find(NAME).map(Account::mustChangePassword).orElse(false)) {
      file.delete();
    }
  }

  /** False where another server was faster. */
  private boolean create(char[] password, boolean mustChangePassword) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return accounts.create(
        new Account(NAME, true, hashing.hash(password), mustChangePassword, now, 1));
  }

  void passwordChanged(String account) {
    if (account.equals(NAME)) {
      file.delete();
    }
  }
}
