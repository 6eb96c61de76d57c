package org.standardops.services.port;

/** The account with which a new server is entered first. Thread-safe. */
public interface FirstAccount {

  /** True once it is known that there is an account; from then on for good. */
  boolean isThere();

  /** Told after each change of an account's password: a generated first one is forgotten then. */
  void passwordChanged(String account);
}
