package org.standardops.services.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.standardops.services.port.Favourite;
import org.standardops.services.port.FavouriteStore;

/** Favourites in memory. */
public final class InMemoryFavouriteStore implements FavouriteStore {

  private final Map<String, List<Favourite>> favourites = new HashMap<>();

  @Override
  public List<Favourite> list(String account) {
    return List.copyOf(favourites.getOrDefault(account, List.of()));
  }

  @Override
  public void add(String account, Favourite favourite) {
    List<Favourite> own = favourites.computeIfAbsent(account, none -> new ArrayList<>());
    if (own.stream().noneMatch(one -> is(one, favourite.kind(), favourite.id()))) {
      own.add(0, favourite);
    }
  }

  @Override
  public void remove(String account, Favourite.Kind kind, String id) {
    favourites
        .getOrDefault(account, new ArrayList<>())
        .removeIf(favourite -> is(favourite, kind, id));
  }

  private static boolean is(Favourite favourite, Favourite.Kind kind, String id) {
    return favourite.kind() == kind && favourite.id().equals(id);
  }
}
