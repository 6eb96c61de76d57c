package org.standardops.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list, newest first.
 *
 * @param nextCursor where the next page begins; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> nextCursor) {

  public Page {
    items = List.copyOf(items);
  }

  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), nextCursor);
  }

  /**
   * Which part of a list is asked for.
   *
   * @param limit 1 to 200
   * @param cursor what the page before gave
   */
  public record Request(int limit, Optional<String> cursor) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public Request {
      if (limit < 1 || limit > MAX_LIMIT) {
        throw new IllegalArgumentException("A page has 1 to " + MAX_LIMIT + " items.");
      }
    }
  }
}
