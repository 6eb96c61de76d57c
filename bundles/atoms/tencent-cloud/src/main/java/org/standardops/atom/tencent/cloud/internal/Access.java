package org.standardops.atom.tencent.cloud.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import org.standardops.atom.Touched;
import org.standardops.tencent.cloud.signature.Tc3Signer;

/** Where an API is and by what key it is called: the business's own access, else the server's. */
record Access(URI endpoint, Optional<String> region, Tc3Signer signer) {

  static final String SYSTEM = "tencentcloud";

  /**
   * @param connection to {@link #SYSTEM}
   * @throws CloudFailed saying what to set where
   */
  static Access of(Map<String, String> connection, String service) throws CloudFailed {
    Optional<String> id = setting(connection, "secretId");
    Optional<String> key = setting(connection, "secretKey");
    if (id.isEmpty() || key.isEmpty()) {
      throw notConfigured(
          "There is no access to Tencent Cloud: a business admin sets secretId and secretKey by PUT"
              + " /businesses/{business}/connections/tencentcloud, or they are written to"
              + " etc/org.standardops.tencentcloud.cfg");
    }
    String endpoint =
        setting(connection, "endpoint").orElse("https://" + service + ".tencentcloudapi.com");
    return new Access(
        uri(endpoint), setting(connection, "region"), new Tc3Signer(id.get(), key.get()));
  }

  private static URI uri(String endpoint) throws CloudFailed {
    try {
      URI uri = new URI(endpoint);
      if (uri.getHost() != null && uri.getRawPath().matches("/?")) {
        return uri.resolve("/");
      }
    } catch (URISyntaxException e) {
      // Told below: it is whoever wrote it who can mend it.
    }
    throw notConfigured(
        "The endpoint of the access to Tencent Cloud must be written as scheme://host:port");
  }

  private static CloudFailed notConfigured(String whatToDo) {
    return new CloudFailed("NOT_CONFIGURED", whatToDo + ".", Touched.NO, false, Map.of(), null);
  }

  private static Optional<String> setting(Map<String, String> connection, String name) {
    return Optional.ofNullable(connection.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }
}
