package org.standardops.console.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file as it is sent.
 *
 * @param gzip the same bytes compressed, where that makes them smaller by much
 * @param etag of the content, quoted
 */
record Asset(byte[] bytes, Optional<byte[]> gzip, String type, String etag) {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "woff2", "font/woff2",
          "png", "image/png");

  static String typeOf(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }
}
