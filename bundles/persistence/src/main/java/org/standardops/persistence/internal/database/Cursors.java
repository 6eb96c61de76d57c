package org.standardops.persistence.internal.database;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.Page;
import org.standardops.model.ProductException;

/** Where pages of lists end and the next ones begin. */
public final class Cursors {

  private Cursors() {}

  /**
   * The last row of a page.
   *
   * @param order what the list is ordered by, falling
   * @param id tells rows of the same order apart
   */
  public record Position(long order, String id) {

    /** Before the first row: none is newer, whatever its id. */
    static final Position START = new Position(Long.MAX_VALUE, "");

    String encode() {
      byte[] text = (order + " " + id).getBytes(StandardCharsets.UTF_8);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }
  }

  /**
   * After which row the page begins.
   *
   * @throws ProductException UNREADABLE where the cursor is none of ours
   */
  public static Position position(Page.Request page) {
    return page.cursor().map(Cursors::decode).orElse(Position.START);
  }

  /** A page of rows, of which one more than asked for was read, to see whether there are more. */
  public static <T> Page<T> page(Page.Request request, List<T> rows, Function<T, Position> at) {
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, Optional.empty());
    }
    List<T> items = rows.subList(0, request.limit());
    return new Page<>(items, Optional.of(at.apply(items.get(items.size() - 1)).encode()));
  }

  private static Position decode(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int space = text.indexOf(' ');
      Position position =
          new Position(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
      if (position.encode().equals(cursor) && position.id().indexOf('\0') < 0) {
        return position;
      }
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      // told below, like a cursor that decodes to something else
    }
    throw new ProductException(
        ErrorCode.UNREADABLE,
        "This cursor is not one that a list gave. Take 'nextCursor' of the page before, or none.",
        List.of(new Fault("?cursor", "UNREADABLE", "Not a cursor that this list gave.")));
  }
}
