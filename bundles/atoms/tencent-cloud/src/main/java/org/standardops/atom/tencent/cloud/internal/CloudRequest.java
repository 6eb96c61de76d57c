package org.standardops.atom.tencent.cloud.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.standardops.atom.Parameters;

/** One action of one of Tencent Cloud's APIs. */
record CloudRequest(
    String service,
    String version,
    String action,
    Optional<String> region,
    Map<String, Object> body) {

  /** What the names of actions begin with that change nothing. */
  static final Pattern READING =
      Pattern.compile("(Describe|Get|List|Query|Check|Inquiry|Inquire|Search)([A-Z0-9].*)?");

  /** By this the APIs tell a repeated request. */
  private static final String CLIENT_TOKEN = "ClientToken";

  static CloudRequest of(Parameters parameters, String intentKey) {
    Map<String, Object> body = new LinkedHashMap<>(parameters.object("body"));
    if (takesClientToken(parameters)) {
      body.put(CLIENT_TOKEN, intentKey);
    }
    return new CloudRequest(
        parameters.text("service"),
        parameters.text("version"),
        parameters.text("action"),
        parameters.has("region") ? Optional.of(parameters.text("region")) : Optional.empty(),
        body);
  }

  static boolean takesClientToken(Parameters parameters) {
    return parameters.flag("clientToken", false);
  }

  CloudRequest look(String action, Map<String, Object> body) {
    return new CloudRequest(service, version, action, region, body);
  }

  boolean readOnly() {
    return READING.matcher(action).matches();
  }

  @Override
  public String toString() {
    return service + " " + action;
  }
}
