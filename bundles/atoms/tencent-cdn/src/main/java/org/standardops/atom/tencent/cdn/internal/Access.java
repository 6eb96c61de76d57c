package org.standardops.atom.tencent.cdn.internal;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.standardops.atom.Call;
import org.standardops.tencent.cloud.signature.Tc3Signer;

/**
 * Where the CDN API is and by what key it is called: the business's own access, else the server's.
 */
record Access(URI endpoint, Optional<String> region, Tc3Signer signer) {

  static final String SYSTEM = "tencentcloud";
  static final String FILE = "etc/org.standardops.tencentcloud.cfg";
  private static final String OWN_ENDPOINT = "https://cdn.tencentcloudapi.com";

  static boolean isConfigured(Call call) {
    Map<String, String> connection = call.connection(SYSTEM);
    return setting(connection, "secretId").isPresent()
        && setting(connection, "secretKey").isPresent();
  }

  /**
   * @throws CdnApiFailed saying what to write where
   */
  static Access of(Call call) throws CdnApiFailed {
    Map<String, String> connection = call.connection(SYSTEM);
    Optional<String> id = setting(connection, "secretId");
    Optional<String> key = setting(connection, "secretKey");
    if (id.isEmpty() || key.isEmpty()) {
      throw CdnApiFailed.notConfigured(
          "There is no access to Tencent Cloud: a business admin sets secretId and secretKey by PUT"
              + " /businesses/{business}/connections/tencentcloud, or they are written to "
              + FILE);
    }
    URI endpoint =
        ServerAddress.parse(setting(connection, "endpoint").orElse(OWN_ENDPOINT))
            .orElseThrow(
                () ->
                    CdnApiFailed.notConfigured(
                        "endpoint must be written as scheme://host:port in " + FILE));
    return new Access(
        endpoint.resolve("/"), setting(connection, "region"), new Tc3Signer(id.get(), key.get()));
  }

  private static Optional<String> setting(Map<String, String> connection, String name) {
    return Optional.ofNullable(connection.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }
}
