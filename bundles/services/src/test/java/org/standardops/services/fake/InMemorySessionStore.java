package org.standardops.services.fake;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.standardops.services.port.Session;
import org.standardops.services.port.SessionStore;

/** Sessions in memory. */
public final class InMemorySessionStore implements SessionStore {

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  @Override
  public void begin(Session session) {
    sessions.put(session.secretHash(), session);
  }

  @Override
  public Optional<Session> find(String secretHash) {
    return Optional.ofNullable(sessions.get(secretHash));
  }

  @Override
  public void seen(String secretHash, Instant at) {
    sessions.computeIfPresent(
        secretHash, (hash, session) -> new Session(hash, session.account(), session.begunAt(), at));
  }

  @Override
  public void end(String secretHash) {
    sessions.remove(secretHash);
  }

  @Override
  public void forget(Instant begunBefore, Instant seenBefore) {
    sessions
        .values()
        .removeIf(
            session ->
                session.begunAt().isBefore(begunBefore) || session.seenAt().isBefore(seenBefore));
  }

  public int size() {
    return sessions.size();
  }
}
