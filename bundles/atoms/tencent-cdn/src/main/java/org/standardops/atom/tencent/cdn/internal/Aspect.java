package org.standardops.atom.tencent.cdn.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.standardops.atom.Parameters;

/** What is compared of edge and origin. */
enum Aspect {
  STATUS(seen -> Integer.toString(seen.status())),
  LENGTH(seen -> Long.toString(seen.length())),
  SHA256(Seen::sha256),
  CONTENT_TYPE(seen -> seen.contentType().replace(" ", "").toLowerCase(Locale.ROOT)),
  CACHE_CONTROL(Seen::cacheControl),
  ETAG(seen -> seen.etag().startsWith("W/") ? seen.etag().substring(2) : seen.etag());

  private final Function<Seen, String> value;

  Aspect(Function<Seen, String> value) {
    this.value = value;
  }

  String of(Seen seen) {
    return value.apply(seen);
  }

  static List<Aspect> chosen(Parameters parameters) {
    return parameters.has("compare")
        ? parameters.texts("compare").stream().map(Aspect::valueOf).distinct().toList()
        : List.of(STATUS, LENGTH, SHA256, CONTENT_TYPE);
  }
}
