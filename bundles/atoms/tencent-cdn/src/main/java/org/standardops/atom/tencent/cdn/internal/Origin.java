package org.standardops.atom.tencent.cdn.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The server that the CDN gets a host's files from.
 *
 * @param base {@code scheme://host:port}
 * @param host what it is asked for in the header {@code Host}
 */
record Origin(String base, String host) {

  /**
   * @param base as somebody wrote it
   * @param where he wrote it
   */
  static Origin of(String base, String host, String where) throws CdnApiFailed {
    URI address =
        ServerAddress.parse(base.strip())
            .orElseThrow(
                () ->
                    CdnApiFailed.notConfigured(
                        "'" + base + "' (" + where + ") is no origin: write scheme://host:port"));
    return new Origin(address.toString(), host);
  }

  static Origin of(Map<?, ?> kept) {
    return new Origin((String) kept.get("base"), (String) kept.get("host"));
  }

  Map<String, Object> kept() {
    return Map.of("base", base, "host", host);
  }

  /** The same file at the origin. */
  URI at(URI url) {
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return URI.create(
        (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path + query);
  }

  /** True where edge and origin are one server, so that comparing them would show nothing. */
  boolean isAt(URI url) {
    URI own = URI.create(base);
    if (port(own) != port(url)) {
      return false;
    }
    if (own.getHost().equalsIgnoreCase(url.getHost())) {
      return true;
    }
    Set<InetAddress> both = new HashSet<>(addresses(own.getHost()));
    both.retainAll(addresses(url.getHost()));
    return !both.isEmpty();
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }

  private static List<InetAddress> addresses(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      // The request that follows tells it better.
      return List.of();
    }
  }
}
