package org.standardops.services.port;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An API token.
 *
 * @param secretHash all that is kept of the secret
 * @param prefix how the secret begins, to recognise it by
 * @param expiresAt empty: never
 * @param usedAt last use, to the minute; empty: not yet
 */
public record Token(
    String id,
    String secretHash,
    String account,
    String name,
    String prefix,
    Set<TokenScope> scopes,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> usedAt) {

  public Token {
    scopes = Set.copyOf(scopes);
  }
}
