package org.standardops.atom.tencent.cdn.internal;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.standardops.atom.Call;

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
      return Optional.of(new Origin(call.parameters().text("origin"), url.getRawAuthority()));
    }
    Map<String, String> settings = call.connection(Access.SYSTEM);
    for (String name : List.of(url.getRawAuthority(), url.getHost())) {
      String configured = settings.get("origin." + name);
      if (configured != null) {
        return Optional.of(new Origin(configured.strip(), url.getRawAuthority()));
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
    Optional<Access> access = Access.of(call);
    if (access.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> domain = Map.of("Name", "domain", "Value", List.of(url.getHost()));
    JsonObject answer =
        new CdnApi(call, access.get())
            .ask("DescribeDomainsConfig", Map.of("Filters", List.of(domain)));
    return answer.objects("Domains").stream()
        .filter(found -> found.text("Domain").orElse("").equalsIgnoreCase(url.getHost()))
        .flatMap(found -> found.object("Origin").stream())
        .flatMap(origin -> origin(url, origin).stream())
        .findFirst();
  }

  private static Optional<Origin> origin(URI url, JsonObject configured) {
    String pull = configured.text("OriginPullProtocol").orElse("http");
    String scheme = pull.equals("follow") ? url.getScheme() : pull;
    String host = configured.text("ServerName").filter(s -> !s.isBlank()).orElse(url.getHost());
    return configured.texts("Origins").stream()
        .findFirst()
        .map(ADDRESS::matcher)
        .filter(Matcher::matches)
        .map(
            address ->
                address.group(2) == null
                    ? address.group(1)
                    : address.group(1) + ":" + address.group(2))
        .map(address -> new Origin(scheme + "://" + address, host));
  }
}
