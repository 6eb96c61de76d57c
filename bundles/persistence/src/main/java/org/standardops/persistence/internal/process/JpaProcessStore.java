package org.standardops.persistence.internal.process;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.process.ProcessType;
import org.standardops.persistence.internal.database.Contains;
import org.standardops.persistence.internal.database.Cursors;
import org.standardops.persistence.internal.database.Cursors.Position;
import org.standardops.persistence.internal.database.Database;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.StoredProcess;

@Component
public final class JpaProcessStore implements ProcessStore {

  private final Tx tx;
  private final ProcessHold hold;

  @Activate
  public JpaProcessStore(@Reference Tx tx, @Reference Database database) {
    this.tx = tx;
    this.hold = new ProcessHold(database);
  }

  @Override
  public <T> T whileThere(ProcessId id, Supplier<T> work) {
    return hold.during(id, work);
  }

  /** The draft is revision 0, and so is the published revision where nothing was published. */
  @Override
  public Optional<StoredProcess> find(ProcessId id) {
    return find(id, ProcessRow::revision);
  }

  @Override
  public Optional<StoredProcess> findDraft(ProcessId id) {
    return find(id, process -> RevisionRow.DRAFT);
  }

  @Override
  public Optional<StoredProcess> findRevision(ProcessId id, int revision) {
    return revision < 1 ? Optional.empty() : find(id, process -> revision);
  }

  private Optional<StoredProcess> find(ProcessId id, ToIntFunction<ProcessRow> revision) {
    return tx.in(
        em ->
            Optional.ofNullable(em.find(ProcessRow.class, id.value()))
                .flatMap(
                    process ->
                        revision(em, id, revision.applyAsInt(process)).map(process::toProcess)));
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
  public Page<Revision> revisions(ProcessId id, Page.Request page) {
    long below = Cursors.position(page).order();
    List<Object[]> rows =
        tx.in(
            em ->
                em.createQuery(
                        "select r.revision, r.savedBy, r.savedAt, r.remark from RevisionRow r"
                            + " where r.process = :id and r.revision > 0 and r.revision < :below"
                            + " order by r.revision desc",
                        Object[].class)
                    .setParameter("id", id.value())
                    .setParameter("below", (int) Math.min(below, Integer.MAX_VALUE))
                    .setMaxResults(page.limit() + 1)
                    .getResultList());
    return Cursors.page(page, rows, row -> new Position((int) row[0], ""))
        .map(
            row ->
                new Revision(
                    (int) row[0],
                    (String) row[1],
                    Micros.toInstant((long) row[2]),
                    (String) row[3]));
  }

  @Override
  public Optional<Revision> describe(ProcessId id, int number) {
    return tx.in(em -> revision(em, id, number).map(RevisionRow::toRevision));
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

  @Override
  public Optional<StoredProcess> save(StoredProcess process, String comment) {
    return tx.in(
        em ->
            lock(em, process.id(), process.version())
                .map(
                    row ->
                        process.draft()
                            ? saveDraft(em, row, process, comment)
                            : publish(em, row, process, comment)));
  }

  private static StoredProcess saveDraft(
      EntityManager em, ProcessRow row, StoredProcess process, String comment) {
    if (row.revision() == RevisionRow.DRAFT) {
      row.show(process, RevisionRow.DRAFT);
    }
    row.touch(process);
    RevisionRow draft = em.merge(new RevisionRow(process, RevisionRow.DRAFT, comment));
    return row.toProcess(draft);
  }

  /** Ends the draft. */
  private static StoredProcess publish(
      EntityManager em, ProcessRow row, StoredProcess process, String comment) {
    revision(em, process.id(), RevisionRow.DRAFT).ifPresent(em::remove);
    RevisionRow published = new RevisionRow(process, row.revision() + 1, comment);
    em.persist(published);
    row.show(process, published.revision());
    row.touch(process);
    return row.toProcess(published);
  }

  @Override
  public boolean delete(ProcessId id, long version) {
    return tx.in(
        em -> {
          Optional<ProcessRow> row = lock(em, id, version);
          row.ifPresent(
              process -> {
                requireNoTask(em, id);
                em.createQuery("delete from RevisionRow r where r.process = :id")
                    .setParameter("id", id.value())
                    .executeUpdate();
                em.remove(process);
              });
          return row.isPresent();
        });
  }

  /**
   * Whoever makes a task of it has made it by now, or finds it gone: the update waits for those who
   * hold the row, which Derby's lock for update does not.
   */
  private static void requireNoTask(EntityManager em, ProcessId id) {
    em.createNativeQuery("UPDATE process SET version = version WHERE id = ?1")
        .setParameter(1, id.value())
        .executeUpdate();
    boolean any =
        !em.createNativeQuery("SELECT id FROM task WHERE process = ?1")
            .setParameter(1, id.value())
            .setMaxResults(1)
            .getResultList()
            .isEmpty();
    if (any) {
      throw new ProductException(
          ErrorCode.IN_USE, "The process " + id + " has a task that was made meanwhile.");
    }
  }

  private static Optional<ProcessRow> lock(EntityManager em, ProcessId id, long version) {
    return Tx.lock(em, ProcessRow.class, id.value()).filter(row -> row.version() == version);
  }

  private static Optional<RevisionRow> revision(EntityManager em, ProcessId id, int revision) {
    return Optional.ofNullable(
        em.find(RevisionRow.class, new RevisionRow.Key(id.value(), revision)));
  }
}
