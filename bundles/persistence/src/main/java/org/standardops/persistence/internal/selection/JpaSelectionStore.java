package org.standardops.persistence.internal.selection;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.ProcessId;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.SavedSelection;
import org.standardops.services.port.SelectionStore;

/** Saved selections as rows. */
@Component
public final class JpaSelectionStore implements SelectionStore {

  private final Tx tx;

  @Activate
  public JpaSelectionStore(@Reference Tx tx) {
    this.tx = tx;
  }

  @Override
  public List<SavedSelection> list(ProcessId process) {
    return tx
        .in(
            em ->
                em.createQuery(
                        "select s from SelectionRow s where s.process = :process order by s.name",
                        SelectionRow.class)
                    .setParameter("process", process.value())
                    .getResultList())
        .stream()
        .map(SelectionRow::toSelection)
        .toList();
  }

  /** Of two that insert at once one finds the other's row. */
  @Override
  public void save(ProcessId process, SavedSelection selection) {
    while (!replace(process, selection)
        && !tx.insert(
            em -> {
              em.persist(new SelectionRow(process, selection));
              return true;
            })) {
      // Inserted by another meanwhile.
    }
  }

  private boolean replace(ProcessId process, SavedSelection selection) {
    return tx.in(
        em -> {
          Optional<SelectionRow> row = row(em, process, selection.name());
          row.ifPresent(there -> there.replace(selection));
          return row.isPresent();
        });
  }

  @Override
  public boolean delete(ProcessId process, String name) {
    return tx.in(
        em -> {
          Optional<SelectionRow> row = row(em, process, name);
          row.ifPresent(em::remove);
          return row.isPresent();
        });
  }

  private static Optional<SelectionRow> row(EntityManager em, ProcessId process, String name) {
    return Tx.lock(em, SelectionRow.class, new SelectionRow.Key(process, name));
  }
}
