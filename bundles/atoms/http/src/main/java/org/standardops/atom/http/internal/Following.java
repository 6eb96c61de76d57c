package org.standardops.atom.http.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.standardops.atom.Parameters;
import org.standardops.atom.answer.Condition;

/**
 * How work that goes on outside is followed.
 *
 * @param url with {@code {name}} in the place of extracted values
 */
record Following(
    String url,
    Condition until,
    Optional<Condition> failure,
    Duration interval,
    Duration deadline) {

  static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]{0,63})}");
  static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);
  static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(10);

  static Optional<Following> of(Parameters parameters) {
    if (!parameters.has("poll")) {
      return Optional.empty();
    }
    Parameters poll = new Parameters(parameters.object("poll"));
    return Optional.of(
        new Following(
            poll.text("url"),
            Condition.of(poll.object("until")),
            poll.has("failedWhen")
                ? Optional.of(Condition.of(poll.object("failedWhen")))
                : Optional.empty(),
            poll.duration("interval", DEFAULT_INTERVAL),
            poll.duration("deadline", DEFAULT_DEADLINE)));
  }

  /** Values are encoded, so that an answer cannot choose another host or path. */
  URI uri(Map<String, Object> values) {
    return URI.create(
        PLACEHOLDER
            .matcher(url)
            .replaceAll(found -> Matcher.quoteReplacement(encoded(values.get(found.group(1))))));
  }

  /** The name of a placeholder that has no value. */
  Optional<String> unfilled(Map<String, Object> values) {
    return PLACEHOLDER
        .matcher(url)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !values.containsKey(name))
        .findFirst();
  }

  boolean hasEnded(Object body) {
    return until.holds(body);
  }

  boolean hasFailed(Object body) {
    return failure.isPresent() && failure.get().holds(body);
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
