package org.standardops.atom.tencent.cdn.internal;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.standardops.atom.Call;
import org.standardops.atom.answer.JsonObject;

/**
 * Finds the origin of a URL: by the parameter, else by the server's configuration, else as Tencent
 * Cloud has it configured.
 */
final class Origins {

  /** Host, and port where given; a weight may follow. */
  private static final Pattern ADDRESS =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:]+)(?::(\\d+))?(?::\\d+)?");

  private final Call call;
  private final Map<String, Object> known;

  /**
   * @param known what earlier calls found, as {@link #known} gave it
   */
  Origins(Call call, Map<String, Object> known) {
    this.call = call;
    this.known = new HashMap<>(known);
  }

  /** For the handle. */
  Map<String, Object> known() {
    return Map.copyOf(known);
  }

  /** Empty where nobody knows it. */
  Optional<Origin> of(URI url) throws CdnApiFailed {
    if (call.parameters().has("origin")) {
      String given = call.parameters().text("origin");
      return Optional.of(Origin.of(given, url.getRawAuthority(), "the parameter origin"));
    }
    Map<String, String> settings = call.connection(Access.SYSTEM);
    for (String name : List.of(url.getRawAuthority(), url.getHost())) {
      String configured = settings.get("origin." + name);
      if (configured != null) {
        String where = "origin." + name + " in " + Access.FILE;
        return Optional.of(Origin.of(configured, url.getRawAuthority(), where));
      }
    }
    String key = url.getScheme() + "://" + url.getHost();
    if (known.get(key) instanceof Map<?, ?> kept) {
      return Optional.of(Origin.of(kept));
    }
    Optional<Origin> described = described(url);
    described.ifPresent(origin -> known.put(key, origin.kept()));
    return described;
  }

  private Optional<Origin> described(URI url) throws CdnApiFailed {
    if (!Access.isConfigured(call)) {
      return Optional.empty();
    }
    Map<String, Object> filter = Map.of("Name", "domain", "Value", List.of(url.getHost()));
    JsonObject answer =
        new CdnApi(call, Access.of(call))
            .ask("DescribeDomainsConfig", Map.of("Filters", List.of(filter)));
    for (JsonObject domain : answer.objects("Domains")) {
      if (domain.text("Domain").orElse("").equalsIgnoreCase(url.getHost())) {
        return origin(url, domain.object("Origin").orElse(new JsonObject(Map.of())));
      }
    }
    return Optional.empty();
  }

  private static Optional<Origin> origin(URI url, JsonObject configured) throws CdnApiFailed {
    Optional<Matcher> address =
        configured.texts("Origins").stream()
            .map(ADDRESS::matcher)
            .filter(Matcher::matches)
            .findFirst();
    if (address.isEmpty()) {
      return Optional.empty();
    }
    String pull = configured.text("OriginPullProtocol").orElse("http");
    String scheme = pull.equals("follow") ? url.getScheme() : pull;
    String port = address.get().group(2) == null ? "" : ":" + address.get().group(2);
    String host = configured.text("ServerName").filter(s -> !s.isBlank()).orElse(url.getHost());
    String base = scheme + "://" + address.get().group(1) + port;
    return Optional.of(Origin.of(base, host, "the origin of the domain at Tencent Cloud"));
  }
}
