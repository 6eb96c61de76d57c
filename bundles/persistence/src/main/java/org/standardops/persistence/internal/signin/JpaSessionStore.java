package org.standardops.persistence.internal.signin;

import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.Session;
import org.standardops.services.port.SessionStore;

@Component
public final class JpaSessionStore implements SessionStore {

  private final Tx tx;

  @Activate
  public JpaSessionStore(@Reference Tx tx) {
    this.tx = tx;
  }

  @Override
  public void begin(Session session) {
    tx.in(
        em -> {
          em.persist(new SessionRow(session));
          return true;
        });
  }

  @Override
  public Optional<Session> find(String secretHash) {
    return tx.in(em -> Optional.ofNullable(em.find(SessionRow.class, secretHash)))
        .map(SessionRow::toSession);
  }

  @Override
  public void seen(String secretHash, Instant at) {
    tx.in(
        em ->
            em.createQuery("update SessionRow s set s.seenAt = :at where s.secretHash = :hash")
                .setParameter("at", Micros.of(at))
                .setParameter("hash", secretHash)
                .executeUpdate());
  }

  @Override
  public void end(String secretHash) {
    tx.in(
        em ->
            em.createQuery("delete from SessionRow s where s.secretHash = :hash")
                .setParameter("hash", secretHash)
                .executeUpdate());
  }

  @Override
  public void forget(Instant begunBefore, Instant seenBefore) {
    tx.in(
        em ->
            em.createQuery("delete from SessionRow s where s.begunAt < :begun or s.seenAt < :seen")
                .setParameter("begun", Micros.of(begunBefore))
                .setParameter("seen", Micros.of(seenBefore))
                .executeUpdate());
  }
}
