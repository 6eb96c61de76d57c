package org.standardops.services;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.standardops.services.port.OpaqueSecret;
import org.standardops.services.port.Token;
import org.standardops.services.port.TokenScope;

/** A caller's own API tokens. Thread-safe. */
public interface TokenService {

  /** At most so many tokens has an account. */
  int MOST_TOKENS = 50;

  /** Newest first. */
  List<Token> list(Caller caller);

  /**
   * Makes a token; its secret is told here and never again.
   *
   * @param expiresAt empty: never
   * @throws org.standardops.model.ProductException FORBIDDEN for a caller with a token: one token
   *     must not make another that may more or lasts longer
   */
  NewToken create(Caller caller, String name, Optional<Instant> expiresAt, Set<TokenScope> scopes);

  void delete(Caller caller, String id);

  /** A token with its secret. */
  record NewToken(Token token, OpaqueSecret secret) {}
}
