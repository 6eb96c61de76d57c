package org.standardops.cdnsandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP request that was read to its end.
 *
 * @param target raw path and query as they were sent
 * @param headers by lower-case name; the first value of each
 */
public record Request(
    String method, String path, String target, Map<String, String> headers, byte[] body) {
  private static final int MOST_BYTES = 64 << 20;

  public static Request read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    String query = exchange.getRequestURI().getRawQuery();
    String path = exchange.getRequestURI().getRawPath();
    return new Request(
        exchange.getRequestMethod(),
        path,
        query == null ? path : path + "?" + query,
        headers,
        exchange.getRequestBody().readNBytes(MOST_BYTES));
  }

  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  /** The host that was asked for, in lower case and without its port. */
  public String host() {
    return header("host").orElse("").toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
  }

  public String query() {
    return target.equals(path) ? "" : target.substring(path.length() + 1);
  }
}
