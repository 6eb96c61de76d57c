package org.standardops.atom.tencent.cdn.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads {@code scheme://host:port}, as people write it for a server. */
final class ServerAddress {

  private ServerAddress() {}

  /** Without a path; empty for what is no such address. */
  static Optional<URI> parse(String text) {
    try {
      URI uri = new URI(text);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      boolean bare = uri.getRawQuery() == null && uri.getRawUserInfo() == null;
      if (!web || !bare || uri.getHost() == null || !uri.getRawPath().matches("/?")) {
        return Optional.empty();
      }
      return Optional.of(URI.create(uri.getScheme() + "://" + uri.getRawAuthority()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
