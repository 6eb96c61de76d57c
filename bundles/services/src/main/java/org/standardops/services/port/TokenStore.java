package org.standardops.services.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where API tokens are kept. Each call is one transaction. Thread-safe. */
public interface TokenStore {

  void create(Token token);

  Optional<Token> find(String secretHash);

  /** Tokens of an account, newest first. */
  List<Token> of(String account);

  /** Notes the last use, where the token is still there. */
  void used(String id, Instant at);

  /** False where the account has no such token. */
  boolean delete(String account, String id);
}
