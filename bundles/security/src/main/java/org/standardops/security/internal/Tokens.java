package org.standardops.security.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.standardops.services.port.OpaqueSecret;
import org.standardops.services.port.Token;
import org.standardops.services.port.TokenStore;

/** API tokens, as they are shown at calls. */
final class Tokens {

  private static final Duration NOTED = Duration.ofMinutes(1);

  private final TokenStore store;
  private final InstantSource clock;

  Tokens(TokenStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The token of this secret, where it is not over. */
  Optional<Token> find(OpaqueSecret secret) {
    Instant now = clock.instant();
    Optional<Token> found =
        store
            .find(secret.hash())
            .filter(token -> token.expiresAt().map(now::isBefore).orElse(true));
    found
        .filter(token -> token.usedAt().map(at -> !now.isBefore(at.plus(NOTED))).orElse(true))
        .ifPresent(token -> store.used(token.id(), now));
    return found;
  }
}
