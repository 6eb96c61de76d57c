package org.standardops.rest.fake;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.standardops.services.Caller;
import org.standardops.services.FavouriteService;
import org.standardops.services.port.Favourite;

/** Favourites in memory, of one person. */
public final class FakeFavourites implements FavouriteService {

  private final List<Favourite> favourites = new CopyOnWriteArrayList<>();

  @Override
  public List<Favourite> list(Caller caller) {
    return List.copyOf(favourites);
  }

  @Override
  public void add(Caller caller, Favourite.Kind kind, String id) {
    favourites.add(0, new Favourite(kind, id, Instant.parse("2026-11-23T16:00:00Z")));
  }

  @Override
  public void remove(Caller caller, Favourite.Kind kind, String id) {
    favourites.removeIf(one -> one.kind() == kind && one.id().equals(id));
  }
}
