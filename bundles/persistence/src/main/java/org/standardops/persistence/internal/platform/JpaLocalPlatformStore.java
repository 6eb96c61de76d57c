package org.standardops.persistence.internal.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.persistence.internal.database.Contains;
import org.standardops.persistence.internal.database.Cursors;
import org.standardops.persistence.internal.database.Cursors.Position;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.platform.Host;
import org.standardops.platform.Person;
import org.standardops.platform.PlatformBusiness;
import org.standardops.platform.local.port.LocalPlatformStore;

@Component
public final class JpaLocalPlatformStore implements LocalPlatformStore {

  private final Tx tx;

  @Activate
  public JpaLocalPlatformStore(@Reference Tx tx) {
    this.tx = tx;
  }

  @Override
  public List<Person> people(Collection<String> names) {
    return tx
        .in(
            em ->
                em.createQuery("select p from PersonRow p where p.name in :names", PersonRow.class)
                    .setParameter("names", names)
                    .getResultList())
        .stream()
        .map(PersonRow::toPerson)
        .toList();
  }

  @Override
  public void save(Person person) {
    tx.in(
        em -> {
          Optional<PersonRow> there = Tx.lock(em, PersonRow.class, person.name());
          there.ifPresentOrElse(row -> row.set(person), () -> em.persist(new PersonRow(person)));
          return true;
        });
  }

  @Override
  public void delete(String person) {
    tx.in(
        em -> {
          em.createQuery("delete from RelationRow r where r.person = :person")
              .setParameter("person", person)
              .executeUpdate();
          Tx.lock(em, PersonRow.class, person).ifPresent(em::remove);
          return true;
        });
  }

  @Override
  public Optional<PlatformBusiness> business(BusinessId id) {
    return tx.in(
        em ->
            Optional.ofNullable(em.find(BusinessRow.class, id.value()))
                .map(row -> withOps(em, List.of(row)).get(0)));
  }

  @Override
  public Page<PlatformBusiness> businesses(Page.Request page) {
    Position after = Cursors.position(page);
    return tx.in(
        em -> {
          List<BusinessRow> rows =
              em.createQuery(
                      "select b from BusinessRow b where b.createdAt < :order"
                          + " or (b.createdAt = :order and b.id < :id)"
                          + " order by b.createdAt desc, b.id desc",
                      BusinessRow.class)
                  .setParameter("order", after.order())
                  .setParameter("id", after.id())
                  .setMaxResults(page.limit() + 1)
                  .getResultList();
          Page<BusinessRow> found = Cursors.page(page, rows, BusinessRow::position);
          return new Page<>(withOps(em, found.items()), found.nextCursor());
        });
  }

  @Override
  public List<PlatformBusiness> businessesOf(String person) {
    return tx.in(
        em ->
            withOps(
                em,
                em.createQuery(
                        "select b from BusinessRow b, RelationRow r"
                            + " where r.business = b.id and r.person = :person order by b.id",
                        BusinessRow.class)
                    .setParameter("person", person)
                    .getResultList()));
  }

  @Override
  public boolean create(PlatformBusiness business) {
    return tx.insert(
        em -> {
          em.persist(new BusinessRow(business));
          giveOps(em, business.id().value(), business.ops());
          return true;
        });
  }

  @Override
  public boolean setOps(BusinessId id, List<String> people) {
    return change(
        id,
        em -> {
          em.createQuery("select r from RelationRow r where r.business = :id", RelationRow.class)
              .setParameter("id", id.value())
              .getResultList()
              .forEach(RelationRow::takeOps);
          giveOps(em, id.value(), people);
        });
  }

  @Override
  public boolean relate(BusinessId id, String person) {
    return change(id, em -> related(em, id.value(), person));
  }

  @Override
  public boolean unrelate(BusinessId id, String person) {
    return tx.in(
        em ->
            em.createQuery(
                        "delete from RelationRow r where r.business = :id and r.person = :person")
                    .setParameter("id", id.value())
                    .setParameter("person", person)
                    .executeUpdate()
                > 0);
  }

  @Override
  public Set<String> related(BusinessId id, Collection<String> names) {
    return Set.copyOf(
        tx.in(
            em ->
                em.createQuery(
                        "select r.person from RelationRow r"
                            + " where r.business = :id and r.person in :names",
                        String.class)
                    .setParameter("id", id.value())
                    .setParameter("names", names)
                    .getResultList()));
  }

  @Override
  public List<Person> search(BusinessId id, String part, int limit) {
    return tx
        .in(
            em ->
                em.createQuery(
                        "select p from PersonRow p, RelationRow r"
                            + " where r.business = :id and r.person = p.name"
                            + " and (lower(p.name) like :part escape '!'"
                            + " or lower(p.displayName) like :part escape '!')"
                            + " order by p.name",
                        PersonRow.class)
                    .setParameter("id", id.value())
                    .setParameter("part", Contains.pattern(part))
                    .setMaxResults(limit)
                    .getResultList())
        .stream()
        .map(PersonRow::toPerson)
        .toList();
  }

  @Override
  public List<Host> hosts(BusinessId id) {
    return tx.in(em -> Optional.ofNullable(em.find(HostsRow.class, id.value())))
        .map(HostsRow::hosts)
        .orElse(List.of());
  }

  @Override
  public boolean setHosts(BusinessId id, List<Host> hosts) {
    return change(id, em -> em.merge(new HostsRow(id.value(), hosts)));
  }

  /** Locks the business's row first, so that changes around it come one after another. */
  private boolean change(BusinessId id, Consumer<EntityManager> change) {
    return tx.in(
        em -> {
          Optional<BusinessRow> locked = Tx.lock(em, BusinessRow.class, id.value());
          locked.ifPresent(business -> change.accept(em));
          return locked.isPresent();
        });
  }

  private static void giveOps(EntityManager em, String business, List<String> people) {
    for (int place = 0; place < people.size(); place++) {
      related(em, business, people.get(place)).giveOps(place);
    }
  }

  private static RelationRow related(EntityManager em, String business, String person) {
    RelationRow row = em.find(RelationRow.class, new RelationRow.Key(business, person));
    if (row == null) {
      row = new RelationRow(business, person);
      em.persist(row);
    }
    return row;
  }

  /** The businesses in the same order, with one read for the OPS people of all. */
  private static List<PlatformBusiness> withOps(EntityManager em, List<BusinessRow> businesses) {
    if (businesses.isEmpty()) {
      return List.of();
    }
    Map<String, List<String>> ops =
        em
            .createQuery(
                "select r from RelationRow r where r.business in :ids and r.ops = 1"
                    + " order by r.place, r.person",
                RelationRow.class)
            .setParameter("ids", businesses.stream().map(BusinessRow::id).toList())
            .getResultList()
            .stream()
            .collect(
                Collectors.groupingBy(
                    RelationRow::business,
                    HashMap::new,
                    Collectors.mapping(RelationRow::person, Collectors.toList())));
    return businesses.stream()
        .map(row -> row.toBusiness(ops.getOrDefault(row.id(), List.of())))
        .toList();
  }
}
