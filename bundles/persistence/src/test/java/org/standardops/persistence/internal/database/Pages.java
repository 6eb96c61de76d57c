package org.standardops.persistence.internal.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.standardops.model.Page;

/** Reads lists page by page, as clients do. */
public final class Pages {

  private Pages() {}

  public static Page.Request first(int limit) {
    return new Page.Request(limit, Optional.empty());
  }

  public static Page.Request at(int limit, String cursor) {
    return new Page.Request(limit, Optional.of(cursor));
  }

  /**
   * @param between runs after each page
   */
  public static <T> List<T> all(int limit, Function<Page.Request, Page<T>> list, Runnable between) {
    List<T> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<T> page = list.apply(new Page.Request(limit, cursor));
      all.addAll(page.items());
      cursor = page.nextCursor();
      between.run();
    } while (cursor.isPresent());
    return all;
  }
}
