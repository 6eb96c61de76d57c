package org.standardops.services.port;

import java.time.Instant;
import java.util.Optional;

/** Where sessions are kept. Each call is one transaction. Thread-safe. */
public interface SessionStore {

  void begin(Session session);

  Optional<Session> find(String secretHash);

  /** Notes the last use, where the session is still there. */
  void seen(String secretHash, Instant at);

  /** Ends a session, where it is still there. */
  void end(String secretHash);

  /** Forgets sessions that were begun, or seen last, before these instants. */
  void forget(Instant begunBefore, Instant seenBefore);
}
