package org.standardops.persistence.internal.lightapp;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.DesktopChanges;

@Component
public final class JpaDesktopChanges implements DesktopChanges {

  private final Tx tx;

  @Activate
  public JpaDesktopChanges(@Reference Tx tx) {
    this.tx = tx;
  }

  @Override
  public List<Change> pending(int limit) {
    return tx
        .in(
            em ->
                em.createQuery("select c from DesktopChangeRow c", DesktopChangeRow.class)
                    .setMaxResults(limit)
                    .getResultList())
        .stream()
        .map(DesktopChangeRow::toChange)
        .toList();
  }

  @Override
  public void told(Change change) {
    tx.in(
        em -> {
          Optional<DesktopChangeRow> row =
              Tx.lock(em, DesktopChangeRow.class, change.app().value())
                  .filter(pending -> pending.is(change));
          row.ifPresent(em::remove);
          return row.isPresent();
        });
  }
}
