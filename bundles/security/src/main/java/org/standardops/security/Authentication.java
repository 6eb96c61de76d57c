package org.standardops.security;

import java.util.Optional;
import org.standardops.services.Caller;

/** Finds out who is calling. Thread-safe; may be slow the first time, as password hashes are. */
public interface Authentication {

  /**
   * By name and password.
   *
   * @return empty where they do not fit, or the account is locked out for now
   */
  Optional<Caller> password(String name, char[] password, String address);
}
