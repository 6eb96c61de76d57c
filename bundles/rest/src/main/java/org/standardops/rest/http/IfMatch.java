package org.standardops.rest.http;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;

/** ETags, which are version numbers in quotes, and what is said about them in If-Match. */
public final class IfMatch {

  private IfMatch() {}

  public static String etag(long version) {
    return "\"" + version + "\"";
  }

  /**
   * The version that a change is based on.
   *
   * @param header {@code "7"}, several of these, or {@code *}
   * @param current asked only where the header does not name one version
   * @throws ProductException ETAG_CHANGED where it can fit none
   */
  public static long expected(String header, LongSupplier current) {
    String wanted = header.trim();
    if (wanted.matches("\"[0-9]{1,18}\"")) {
      return Long.parseLong(wanted.substring(1, wanted.length() - 1));
    }
    long version = current.getAsLong();
    boolean fits =
        wanted.equals("*")
            || Arrays.stream(wanted.split(",")).map(String::trim).anyMatch(etag(version)::equals);
    if (!fits) {
      throw new ProductException(
          ErrorCode.ETAG_CHANGED,
          "It was changed meanwhile: its ETag is now " + etag(version) + ".");
    }
    return version;
  }
}
