package org.standardops.persistence.internal.favourite;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.Favourite;
import org.standardops.services.port.FavouriteStore;

/** Favourites as rows. */
@Component
public final class JpaFavouriteStore implements FavouriteStore {

  private final Tx tx;

  @Activate
  public JpaFavouriteStore(@Reference Tx tx) {
    this.tx = tx;
  }

  @Override
  public List<Favourite> list(String account) {
    return tx
        .in(
            em ->
                em.createQuery(
                        "select f from FavouriteRow f where f.account = :account"
                            + " order by f.addedAt desc, f.kind, f.thing",
                        FavouriteRow.class)
                    .setParameter("account", account)
                    .getResultList())
        .stream()
        .map(FavouriteRow::toFavourite)
        .toList();
  }

  @Override
  public void add(String account, Favourite favourite) {
    tx.insert(
        em -> {
          em.persist(new FavouriteRow(account, favourite));
          return true;
        });
  }

  @Override
  public void remove(String account, Favourite.Kind kind, String id) {
    tx.in(
        em -> {
          Optional<FavouriteRow> row =
              Optional.ofNullable(
                  em.find(FavouriteRow.class, new FavouriteRow.Key(account, kind, id)));
          row.ifPresent(em::remove);
          return row.isPresent();
        });
  }
}
