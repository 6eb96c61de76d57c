package org.standardops.rest.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.standardops.model.Page;

/** A list as it is answered. */
public record ListBody<T>(List<T> items, Optional<String> nextCursor) {

  public static <S, T> ListBody<T> of(Page<S> page, Function<S, T> body) {
    Page<T> mapped = page.map(body);
    return new ListBody<>(mapped.items(), mapped.nextCursor());
  }
}
