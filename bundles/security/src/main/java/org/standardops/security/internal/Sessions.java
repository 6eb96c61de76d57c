package org.standardops.security.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.standardops.services.port.OpaqueSecret;
import org.standardops.services.port.Session;
import org.standardops.services.port.SessionStore;

/** Sessions: over after 8 hours of quiet, and after 24 hours in any case. */
final class Sessions {

  static final Duration QUIET = Duration.ofHours(8);
  static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final SessionStore store;
  private final InstantSource clock;

  Sessions(SessionStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  OpaqueSecret begin(String account) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    store.forget(now.minus(LONGEST), now.minus(QUIET));
    OpaqueSecret secret = OpaqueSecret.random("");
    store.begin(new Session(secret.hash(), account, now, now));
    return secret;
  }

  /** The account whose session this is. */
  Optional<String> account(OpaqueSecret secret) {
    Instant now = clock.instant();
    Optional<Session> found =
        store
            .find(secret.hash())
            .filter(session -> now.isBefore(session.begunAt().plus(LONGEST)))
            .filter(session -> now.isBefore(session.seenAt().plus(QUIET)));
    found
        .filter(session -> !now.isBefore(session.seenAt().plus(NOTED)))
        .ifPresent(session -> store.seen(session.secretHash(), now));
    return found.map(Session::account);
  }

  void end(OpaqueSecret secret) {
    store.end(secret.hash());
  }
}
