package org.standardops.atom.tencent.cloud.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.standardops.atom.Choice;
import org.standardops.atom.OptionsCall;

/** The regions in which a service is, as Tencent Cloud's own API of regions tells them. */
record Regions(OptionsCall call) {

  private static final String SERVICE = "region";
  private static final Duration TIMEOUT = Duration.ofSeconds(8);

  List<Choice> choices() throws CloudFailed {
    Object service = call.parameters().find("service").orElse("");
    boolean known = service instanceof String text && text.matches("[a-z][a-z0-9-]{0,62}");
    CloudRequest request =
        new CloudRequest(
            SERVICE,
            "2022-06-27",
            "DescribeRegions",
            Optional.empty(),
            Map.of("Product", known ? service : "cvm"));
    Access access = Access.of(call.connection(Access.SYSTEM), SERVICE);
    Map<String, Object> response =
        new CloudApi(call.http(), call.clock(), (line, bad) -> {}, access, TIMEOUT).ask(request);
    return regions(response).filter(this::fits).limit(OptionsCall.MOST + 1L).toList();
  }

  private static Stream<Choice> regions(Map<String, Object> response) {
    return response.get("RegionSet") instanceof List<?> all
        ? all.stream()
            .filter(Map.class::isInstance)
            .map(region -> (Map<?, ?>) region)
            .filter(region -> region.get("Region") instanceof String)
            .map(Regions::choice)
        : Stream.empty();
  }

  private static Choice choice(Map<?, ?> region) {
    String code = (String) region.get("Region");
    return region.get("RegionName") instanceof String name
        ? Choice.of(code, name + " " + code)
        : Choice.of(code, code);
  }

  private boolean fits(Choice region) {
    return region
        .labels()
        .get("en")
        .toLowerCase(Locale.ROOT)
        .contains(call.query().toLowerCase(Locale.ROOT));
  }
}
