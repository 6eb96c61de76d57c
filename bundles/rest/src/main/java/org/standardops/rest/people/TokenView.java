package org.standardops.rest.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.services.port.Token;
import org.standardops.services.port.TokenScope;

/**
 * An API token as its owner sees it.
 *
 * @param prefix how its secret begins
 */
public record TokenView(
    String id,
    String name,
    String prefix,
    List<TokenScope> scopes,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> usedAt) {

  static TokenView of(Token token) {
    return new TokenView(
        token.id(),
        token.name(),
        token.prefix(),
        token.scopes().stream().sorted().toList(),
        token.createdAt(),
        token.expiresAt(),
        token.usedAt());
  }
}
