package org.standardops.atom.tencent.cdn.internal;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.standardops.atom.Call;
import org.standardops.atom.Outcome;
import org.standardops.atom.Touched;

/** Where the CDN API is and by what key it is called, from the server's configuration. */
record Access(URI endpoint, Optional<String> region, Tc3Signer signer) {

  static final String SYSTEM = "tencentcloud";
  private static final String OWN_ENDPOINT = "https://cdn.tencentcloudapi.com";

  /** Empty where no key is configured. */
  static Optional<Access> of(Call call) {
    Map<String, String> connection = call.connection(SYSTEM);
    Optional<String> id = setting(connection, "secretId");
    Optional<String> key = setting(connection, "secretKey");
    if (id.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    String endpoint = setting(connection, "endpoint").orElse(OWN_ENDPOINT);
    return Optional.of(
        new Access(
            URI.create(endpoint.endsWith("/") ? endpoint : endpoint + "/"),
            setting(connection, "region"),
            new Tc3Signer(id.get(), key.get())));
  }

  static Outcome notConfigured() {
    return new Outcome.Failed(
        "NOT_CONFIGURED",
        "The server has no access to Tencent Cloud: write secretId and secretKey to"
            + " etc/org.standardops.tencentcloud.cfg.",
        false,
        Touched.NO);
  }

  private static Optional<String> setting(Map<String, String> connection, String name) {
    return Optional.ofNullable(connection.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }
}
