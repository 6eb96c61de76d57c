package org.standardops.cdnsandbox.network;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.standardops.cdnsandbox.http.Response;

/**
 * The copies of one edge. A copy is served until it is purged or its max-age is over, whatever
 * happened at the origin meanwhile; a push does not replace a copy that is still fresh.
 */
final class EdgeCache {
  private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d{1,9})");

  private final Map<Resource, Copy> copies = new HashMap<>();
  private final Function<Resource, Response> origin;

  private record Copy(Response response, Instant stored, Instant expires) {}

  EdgeCache(Function<Resource, Response> origin) {
    this.origin = origin;
  }

  Response get(Resource resource, Instant now) {
    Copy copy = copies.get(resource);
    if (copy != null && now.isBefore(copy.expires())) {
      long age = Duration.between(copy.stored(), now).toSeconds();
      return copy.response()
          .withHeader("Age", Long.toString(age))
          .withHeader("X-Cache-Lookup", "Cache Hit");
    }
    Response pulled = origin.apply(resource);
    copies.remove(resource);
    Duration fresh = freshness(pulled);
    if (!fresh.isZero()) {
      copies.put(resource, new Copy(pulled, now, now.plus(fresh)));
    }
    return pulled.withHeader("X-Cache-Lookup", "Cache Miss");
  }

  void remove(Resource resource) {
    copies.remove(resource);
  }

  void clear() {
    copies.clear();
  }

  private static Duration freshness(Response response) {
    Matcher maxAge = MAX_AGE.matcher(response.headers().getOrDefault("Cache-Control", ""));
    return response.status() == 200 && maxAge.find()
        ? Duration.ofSeconds(Long.parseLong(maxAge.group(1)))
        : Duration.ZERO;
  }
}
