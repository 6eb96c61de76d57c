package org.standardops.persistence.internal.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.IdempotencyStore;

/** What is older than a day is deleted as new keys come, so that the table does not grow. */
@Component
public final class JpaIdempotencyStore implements IdempotencyStore {

  private static final Duration KEPT = Duration.ofHours(24);

  private final Tx tx;

  @Activate
  public JpaIdempotencyStore(@Reference Tx tx) {
    this.tx = tx;
  }

  /** Of two at once, one inserts; the other finds its row, unless it was released meanwhile. */
  @Override
  public Optional<Entry> reserve(Entry reserve) {
    Instant expired = reserve.at().minus(KEPT);
    while (true) {
      Optional<Entry> used = find(reserve.caller(), reserve.key(), expired);
      if (used.isPresent()) {
        return used;
      }
      if (insert(reserve, expired)) {
        return Optional.empty();
      }
    }
  }

  private Optional<Entry> find(String caller, String key, Instant expired) {
    return tx.in(em -> row(em, caller, key))
        .filter(row -> !row.isBefore(expired))
        .map(IdempotencyRow::toEntry);
  }

  /** Deletes in plain SQL, which looks again at a row that was just being reused. */
  private boolean insert(Entry entry, Instant expired) {
    return tx.insert(
        em -> {
          em.createNativeQuery("DELETE FROM idempotency WHERE reserved_at < ?")
              .setParameter(1, Micros.of(expired))
              .executeUpdate();
          em.persist(new IdempotencyRow(entry));
          return true;
        });
  }

  @Override
  public void answer(String caller, String key, Answer answer) {
    tx.in(
        em -> {
          Optional<IdempotencyRow> row = row(em, caller, key);
          row.ifPresent(kept -> kept.answer(answer));
          return row.isPresent();
        });
  }

  @Override
  public void release(String caller, String key) {
    tx.in(
        em -> {
          Optional<IdempotencyRow> row = row(em, caller, key);
          row.ifPresent(em::remove);
          return row.isPresent();
        });
  }

  private static Optional<IdempotencyRow> row(EntityManager em, String caller, String key) {
    return Optional.ofNullable(em.find(IdempotencyRow.class, new IdempotencyRow.Key(caller, key)));
  }
}
