package org.standardops.services.fake;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.standardops.model.Page;

/** Pages of a list in memory; the cursor is the key of the last item. */
final class Pages {

  private Pages() {}

  static <T> Page<T> of(List<T> all, Function<T, String> key, Page.Request page) {
    List<T> rest = all;
    if (page.cursor().isPresent()) {
      List<String> keys = all.stream().map(key).toList();
      rest = all.subList(keys.indexOf(page.cursor().get()) + 1, all.size());
    }
    List<T> items = rest.subList(0, Math.min(page.limit(), rest.size()));
    return new Page<>(
        items,
        items.size() < rest.size()
            ? Optional.of(key.apply(items.get(items.size() - 1)))
            : Optional.empty());
  }
}
