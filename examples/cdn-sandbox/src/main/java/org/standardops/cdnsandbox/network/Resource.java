package org.standardops.cdnsandbox.network;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** What the edge keeps one copy of: a host without port, and the path with its query. */
record Resource(String host, String target) {

  /** Empty when the text is no absolute http or https URL with a host. */
  static Optional<Resource> of(String url) {
    try {
      // A client sends the path percent-encoded, so that is how it is kept.
      URI uri = URI.create(new URI(url).toASCIIString());
      if (uri.getHost() == null || !url.matches("(?i)https?://.*")) {
        return Optional.empty();
      }
      String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return Optional.of(new Resource(uri.getHost().toLowerCase(Locale.ROOT), path + query));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
