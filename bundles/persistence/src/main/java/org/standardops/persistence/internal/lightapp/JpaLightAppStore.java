package org.standardops.persistence.internal.lightapp;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.model.LightAppId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.persistence.internal.database.Cursors;
import org.standardops.persistence.internal.database.Cursors.Position;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.DesktopChanges.Kind;
import org.standardops.services.port.LightApp;
import org.standardops.services.port.LightAppStore;

/** Each change notes, in its own transaction, what the desktop is to be told. */
@Component
public final class JpaLightAppStore implements LightAppStore {

  private final Tx tx;

  @Activate
  public JpaLightAppStore(@Reference Tx tx) {
    this.tx = tx;
  }

  @Override
  public Optional<LightApp> find(LightAppId id) {
    return tx.in(em -> Optional.ofNullable(em.find(LightAppRow.class, id.value())))
        .map(LightAppRow::toLightApp);
  }

  @Override
  public Page<LightApp> list(BusinessId business, Page.Request page) {
    Position after = Cursors.position(page);
    List<LightAppRow> rows =
        tx.in(
            em ->
                em.createQuery(
                        "select a from LightAppRow a where a.business = :business"
                            + " and (a.createdAt < :order or (a.createdAt = :order and a.id < :id))"
                            + " order by a.createdAt desc, a.id desc",
                        LightAppRow.class)
                    .setParameter("business", business.value())
                    .setParameter("order", after.order())
                    .setParameter("id", after.id())
                    .setMaxResults(page.limit() + 1)
                    .getResultList());
    return Cursors.page(page, rows, LightAppRow::position).map(LightAppRow::toLightApp);
  }

  @Override
  public List<LightApp> of(String person) {
    return newest(
        "select a from LightAppRow a, LightAppPersonRow p where p.app = a.id and p.person = :value",
        person);
  }

  @Override
  public List<LightApp> usedBy(ProcessId process) {
    return newest("select a from LightAppRow a where a.process = :value", process.value());
  }

  private List<LightApp> newest(String jpql, String value) {
    return tx
        .in(
            em ->
                em.createQuery(jpql + " order by a.createdAt desc, a.id desc", LightAppRow.class)
                    .setParameter("value", value)
                    .getResultList())
        .stream()
        .map(LightAppRow::toLightApp)
        .toList();
  }

  @Override
  public boolean create(LightApp app) {
    return tx.insert(
        em -> {
          em.persist(new LightAppRow(app));
          addPeople(em, app);
          tell(em, app.id().value(), Kind.PUBLISH, app.version());
          return true;
        });
  }

  @Override
  public Optional<LightApp> replace(LightApp app) {
    return tx.in(
        em ->
            lock(em, app.id(), app.version())
                .map(
                    row -> {
                      row.replace(app);
                      removePeople(em, row.id());
                      addPeople(em, app);
                      tell(em, row.id(), Kind.UPDATE, row.version());
                      return row.toLightApp();
                    }));
  }

  @Override
  public boolean delete(LightAppId id, long version) {
    return tx.in(
        em -> {
          Optional<LightAppRow> row = lock(em, id, version);
          row.ifPresent(
              app -> {
                removePeople(em, app.id());
                em.createNativeQuery("DELETE FROM light_app_run WHERE app = ?")
                    .setParameter(1, app.id())
                    .executeUpdate();
                em.remove(app);
                tell(em, app.id(), Kind.REMOVE, app.version() + 1);
              });
          return row.isPresent();
        });
  }

  private static Optional<LightAppRow> lock(EntityManager em, LightAppId id, long version) {
    return Tx.lock(em, LightAppRow.class, id.value()).filter(row -> row.version() == version);
  }

  private static void removePeople(EntityManager em, String app) {
    em.createNativeQuery("DELETE FROM light_app_person WHERE app = ?")
        .setParameter(1, app)
        .executeUpdate();
  }

  private static void addPeople(EntityManager em, LightApp app) {
    app.form()
        .people()
        .forEach(person -> em.persist(new LightAppPersonRow(person, app.id().value())));
  }

  private static void tell(EntityManager em, String app, Kind kind, long version) {
    Tx.lock(em, DesktopChangeRow.class, app)
        .ifPresentOrElse(
            pending -> pending.replaceBy(kind, version),
            () -> em.persist(new DesktopChangeRow(app, kind, version)));
  }
}
