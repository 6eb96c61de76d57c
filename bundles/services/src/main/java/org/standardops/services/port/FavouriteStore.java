package org.standardops.services.port;

import java.util.List;

/** Where favourites are kept. Each call is one transaction. Thread-safe. */
public interface FavouriteStore {

  /** All of an account, newest first. */
  List<Favourite> list(String account);

  /** Adds it; one that is there stays as it is. */
  void add(String account, Favourite favourite);

  /** Does nothing where it is not there. */
  void remove(String account, Favourite.Kind kind, String id);
}
