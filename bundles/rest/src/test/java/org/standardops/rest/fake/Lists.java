package org.standardops.rest.fake;

import java.util.List;
import java.util.Optional;
import org.standardops.model.ErrorCode;
import org.standardops.model.Page;
import org.standardops.model.ProductException;

/** Pages as stores give them; the cursor is the number of items before. */
final class Lists {

  private Lists() {}

  static <T> Page<T> page(List<T> all, Page.Request request) {
    int begin = request.cursor().map(Lists::number).orElse(0);
    int end = Math.min(all.size(), begin + request.limit());
    return new Page<>(
        all.subList(Math.min(begin, end), end),
        end < all.size() ? Optional.of("c" + end) : Optional.empty());
  }

  private static int number(String cursor) {
    if (!cursor.matches("c[0-9]+")) {
      throw new ProductException(ErrorCode.UNREADABLE, "This is no cursor.");
    }
    return Integer.parseInt(cursor.substring(1));
  }
}
