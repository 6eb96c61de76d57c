package org.standardops.cdnsandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.standardops.cdnsandbox.Domain;
import org.standardops.cdnsandbox.Settings;
import org.standardops.cdnsandbox.http.Json;

/** The domains with their origin. Of the filters only domain, origin and status are known here. */
record DescribeDomainsConfig(Supplier<Settings> settings, int originPort) implements Action {

  @Override
  public Set<String> parameters() {
    return Set.of("Offset", "Limit", "Filters", "Sort");
  }

  @Override
  public ObjectNode run(Parameters parameters) throws ApiError {
    Predicate<Domain> wanted = domain -> true;
    if (parameters.find("Filters").isPresent()) {
      for (JsonNode filter : parameters.find("Filters").get()) {
        wanted = wanted.and(filter(filter));
      }
    }
    List<Domain> found = settings.get().domains().stream().filter(wanted).toList();
    int offset = parameters.number("Offset", 0, 0, Integer.MAX_VALUE);
    int limit = parameters.number("Limit", 100, 1, 100);

    ObjectNode answer = Json.object();
    ArrayNode domains = answer.putArray("Domains");
    found.stream().skip(offset).limit(limit).forEach(domain -> domains.add(view(domain)));
    return answer.put("TotalNumber", found.size());
  }

  private Predicate<Domain> filter(JsonNode filter) throws ApiError {
    String name = filter.path("Name").asText();
    boolean fuzzy = filter.path("Fuzzy").asBoolean();
    List<String> values = new ArrayList<>();
    filter.path("Value").forEach(value -> values.add(value.asText()));
    if (values.isEmpty() || values.size() > (fuzzy ? 1 : 5)) {
      throw ApiError.parameter("A filter takes 1 to 5 values, and 1 with Fuzzy: " + name);
    }
    return switch (name) {
      case "domain" -> domain -> matches(values, fuzzy, domain.name());
      case "origin" -> domain -> matches(values, fuzzy, origin());
      case "status" -> domain -> values.contains("online");
      default -> throw ApiError.parameter("The filter is not known: " + name);
    };
  }

  private static boolean matches(List<String> values, boolean fuzzy, String actual) {
    return fuzzy ? actual.contains(values.get(0)) : values.contains(actual);
  }

  private String origin() {
    return "127.0.0.1:" + originPort;
  }

  private ObjectNode view(Domain domain) {
    ObjectNode view =
        Json.object()
            .put("ResourceId", "cdn-" + Integer.toHexString(domain.name().hashCode()))
            .put("Domain", domain.name())
            .put("Cname", domain.name() + ".cdn.dnsv1.com")
            .put("Status", "online")
            .put("ServiceType", "download")
            .put("Area", "global");
    ObjectNode origin = view.putObject("Origin");
    origin.putArray("Origins").add(origin());
    origin
        .put("OriginType", "ip")
        .put("ServerName", domain.serverName())
        .put("OriginPullProtocol", "http");
    return view;
  }
}
