package org.standardops.rest.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.standardops.model.ErrorCode;
import org.standardops.model.Page;
import org.standardops.model.ProductException;

/** Pages through a short list that is in memory as a whole; the cursor is the last item's key. */
public final class WholeList {

  private WholeList() {}

  /**
   * One page.
   *
   * @throws ProductException UNREADABLE where the cursor was never given out
   */
  public static <T> Page<T> page(List<T> all, Function<T, String> key, Page.Request request) {
    int begin = request.cursor().map(cursor -> after(decoded(cursor), all, key)).orElse(0);
    int end = Math.min(all.size(), begin + request.limit());
    return new Page<>(
        all.subList(begin, end),
        end < all.size() ? Optional.of(encoded(key.apply(all.get(end - 1)))) : Optional.empty());
  }

  private static <T> int after(String last, List<T> all, Function<T, String> key) {
    for (int i = 0; i < all.size(); i++) {
      if (key.apply(all.get(i)).equals(last)) {
        return i + 1;
      }
    }
    throw new ProductException(
        ErrorCode.UNREADABLE, "This cursor fits nothing (any more): begin again without one.");
  }

  private static String encoded(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProductException(
          ErrorCode.UNREADABLE, "This is no cursor that was given out here.");
    }
  }
}
