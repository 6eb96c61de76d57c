package org.standardops.persistence.internal.process;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.process.ProcessType;
import org.standardops.persistence.internal.database.Contains;
import org.standardops.persistence.internal.database.Cursors;
import org.standardops.persistence.internal.database.Cursors.Position;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.StoredProcess;

@Component
public final class JpaProcessStore implements ProcessStore {

  private final Tx tx;

  @Activate
  public JpaProcessStore(@Reference Tx tx) {
    this.tx = tx;
  }

  /** The draft is revision 0, and so is the published revision where nothing was published. */
  @Override
  public Optional<StoredProcess> find(ProcessId id) {
    return tx.in(
        em ->
            Optional.ofNullable(em.find(ProcessRow.class, id.value()))
                .flatMap(process -> with(em, id, process, process.revision())));
  }

  @Override
  public Optional<StoredProcess> findDraft(ProcessId id) {
    return find(id, RevisionRow.DRAFT);
  }

  @Override
  public Optional<StoredProcess> findRevision(ProcessId id, int revision) {
    return revision < 1 ? Optional.empty() : find(id, revision);
  }

  private Optional<StoredProcess> find(ProcessId id, int revision) {
    return tx.in(
        em ->
            Optional.ofNullable(em.find(ProcessRow.class, id.value()))
                .flatMap(process -> with(em, id, process, revision)));
  }

  private static Optional<StoredProcess> with(
      EntityManager em, ProcessId id, ProcessRow process, int revision) {
    return Optional.ofNullable(
            em.find(RevisionRow.class, new RevisionRow.Key(id.value(), revision)))
        .map(process::toProcess);
  }

  @Override
  public Page<Summary> list(
      BusinessId business,
      Optional<List<ProcessId>> only,
      Optional<ProcessType> type,
      Optional<String> nameContains,
      Page.Request page) {
    Position after = Cursors.position(page);
    if (only.filter(List::isEmpty).isPresent()) {
      return new Page<>(List.of(), Optional.empty());
    }
    String jpql =
        "select p from ProcessRow p where p.business = :business"
            + " and (p.createdAt < :order or (p.createdAt = :order and p.id < :id))"
            + only.map(ids -> " and p.id in :only").orElse("")
            + type.map(t -> " and p.type = :type").orElse("")
            + nameContains.map(part -> " and lower(p.name) like :name escape '!'").orElse("")
            + " order by p.createdAt desc, p.id desc";
    List<ProcessRow> rows =
        tx.in(
            em -> {
              TypedQuery<ProcessRow> query =
                  em.createQuery(jpql, ProcessRow.class)
                      .setParameter("business", business.value())
                      .setParameter("order", after.order())
                      .setParameter("id", after.id())
                      .setMaxResults(page.limit() + 1);
              only.ifPresent(
                  ids -> query.setParameter("only", ids.stream().map(ProcessId::value).toList()));
              type.ifPresent(t -> query.setParameter("type", t.name()));
              nameContains.ifPresent(part -> query.setParameter("name", Contains.pattern(part)));
              return query.getResultList();
            });
    return Cursors.page(page, rows, ProcessRow::position).map(ProcessRow::toSummary);
  }

  @Override
  public boolean create(StoredProcess process, String comment) {
    return tx.insert(
        em -> {
          ProcessRow row = new ProcessRow(process);
          int revision = process.draft() ? RevisionRow.DRAFT : 1;
          row.show(process, revision);
          em.persist(row);
          em.persist(new RevisionRow(process, revision, comment));
          return true;
        });
  }

  /** Raising the version first locks the row: of two at once, one finds another version. */
  @Override
  public Optional<StoredProcess> save(StoredProcess process, String comment) {
    return tx.in(
        em -> {
          int raised =
              em.createQuery(
                      "update ProcessRow p set p.version = p.version + 1"
                          + " where p.id = :id and p.version = :version")
                  .setParameter("id", process.id().value())
                  .setParameter("version", process.version())
                  .executeUpdate();
          return raised == 0 ? Optional.empty() : Optional.of(saveLocked(em, process, comment));
        });
  }

  /** Publishing ends the draft. */
  private static StoredProcess saveLocked(EntityManager em, StoredProcess process, String comment) {
    ProcessRow row = em.find(ProcessRow.class, process.id().value());
    deleteRevisions(em, process.id(), " and r.revision = 0");
    int published = process.draft() ? row.revision() : row.revision() + 1;
    if (!process.draft() || published == 0) {
      row.show(process, published);
    }
    row.touch(process);
    RevisionRow saved =
        new RevisionRow(process, process.draft() ? RevisionRow.DRAFT : published, comment);
    em.persist(saved);
    return row.toProcess(saved);
  }

  @Override
  public boolean delete(ProcessId id, long version) {
    return tx.in(
        em -> {
          int deleted =
              em.createQuery("delete from ProcessRow p where p.id = :id and p.version = :version")
                  .setParameter("id", id.value())
                  .setParameter("version", version)
                  .executeUpdate();
          if (deleted > 0) {
            deleteRevisions(em, id, "");
          }
          return deleted > 0;
        });
  }

  private static void deleteRevisions(EntityManager em, ProcessId id, String which) {
    em.createQuery("delete from RevisionRow r where r.process = :id" + which)
        .setParameter("id", id.value())
        .executeUpdate();
  }
}
