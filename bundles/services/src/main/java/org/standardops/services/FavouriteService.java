package org.standardops.services;

import java.util.List;
import org.standardops.services.port.Favourite;

/** What the caller wants at hand; nobody else sees it. Thread-safe. */
public interface FavouriteService {

  /** Newest first. */
  List<Favourite> list(Caller caller);

  /**
   * Adds one that may be there already.
   *
   * @throws org.standardops.model.ProductException NOT_FOUND for a process or task that the caller
   *     may not see
   */
  void add(Caller caller, Favourite.Kind kind, String id);

  /** Removes one that may be gone already. */
  void remove(Caller caller, Favourite.Kind kind, String id);
}
