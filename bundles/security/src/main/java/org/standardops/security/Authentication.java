package org.standardops.security;

import java.util.Optional;
import java.util.Set;
import org.standardops.services.Caller;
import org.standardops.services.port.TokenScope;

/**
 * Finds out who is calling. Every way of signing in leads to an account that is read anew, so that
 * whatever changed is true at once. Thread-safe; may be slow the first time, as password hashes
 * are.
 */
public interface Authentication {

  /**
   * By name and password.
   *
   * @return empty where they do not fit, or the account is locked out for now
   */
  Optional<Caller> password(String name, char[] password, String address);

  /**
   * By the secret of an API token.
   *
   * @return empty where there is no such token, or it is over
   */
  Optional<TokenCaller> token(String secret, String address);

  /**
   * By what the cookie of a session says.
   *
   * @return empty where there is no such session, or it is over
   */
  Optional<SessionCaller> session(String secret, String address);

  /**
   * Begins a session, by name and password.
   *
   * @return empty as {@link #password} is
   */
  Optional<NewSession> beginSession(String name, char[] password, String address);

  /** Ends a session, where it is still there. */
  void endSession(String secret);

  /**
   * Who calls with a token.
   *
   * @param scopes what the token may be used for
   */
  record TokenCaller(Caller caller, Set<TokenScope> scopes) {}

  /**
   * Who calls within a session.
   *
   * @param csrfToken what every changing call must repeat beside the cookie
   */
  record SessionCaller(Caller caller, String csrfToken) {}

  /**
   * A session that was begun.
   *
   * @param secret for its cookie
   */
  record NewSession(String secret, SessionCaller session) {
    @Override
    public String toString() {
      return "a session of " + session.caller().name();
    }
  }
}
