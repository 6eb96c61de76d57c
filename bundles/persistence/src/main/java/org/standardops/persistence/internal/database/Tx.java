package org.standardops.persistence.internal.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Transactions on entities, each on the schema of today. */
@Component(service = Tx.class)
public final class Tx {

  private static final int TRIES = 5;

  private final Database database;
  private final EntityManagerFactory factory;

  @Activate
  public Tx(
      @Reference Database database,
      @Reference(target = "(osgi.unit.name=standardops)") EntityManagerFactory factory) {
    this.database = database;
    this.factory = factory;
  }

  /** Runs the work in one transaction; again, a few times, where it gave way to another one. */
  public <T> T in(Function<EntityManager, T> work) {
    database.ready();
    for (int left = TRIES - 1; ; left--) {
      try {
        return inTransaction(work);
      } catch (PersistenceException e) {
        Optional<SQLException> sql = SqlFailures.in(e);
        if (left == 0 || sql.filter(SqlFailures::isContention).isEmpty()) {
          throw sql.map(SqlFailures::translate).orElse(e);
        }
      }
    }
  }

  /**
   * Runs work that inserts rows.
   *
   * @return false, and nothing is stored, where a row with such a key is there already
   */
  public boolean insert(Function<EntityManager, Boolean> work) {
    try {
      return in(work);
    } catch (IllegalStateException e) {
      if (SqlFailures.in(e).filter(SqlFailures::isDuplicate).isPresent()) {
        return false;
      }
      throw e;
    }
  }

  /**
   * The row, locked to the end of the transaction, as it is now. Not by an update in JPQL: OpenJPA
   * writes that with a subselect, which PostgreSQL does not look at again after it waited.
   */
  public static <T> Optional<T> lock(EntityManager em, Class<T> type, Object id) {
    return Optional.ofNullable(em.find(type, id, LockModeType.PESSIMISTIC_WRITE));
  }

  private <T> T inTransaction(Function<EntityManager, T> work) {
    EntityManager em = factory.createEntityManager();
    try {
      em.getTransaction().begin();
      T result = work.apply(em);
      em.getTransaction().commit();
      return result;
    } finally {
      if (em.getTransaction().isActive()) {
        em.getTransaction().rollback();
      }
      em.close();
    }
  }
}
