package org.standardops.services.connection;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.standardops.services.secret.SecretSettings;

/**
 * A system outside that is known by its description.
 *
 * @param name such as {@code tencentcloud}
 * @param schema JSON Schema of its settings, all of them texts; {@code "format": "secret"} says
 *     which are secret
 */
public record OutsideSystem(String name, Map<String, Object> schema) {

  /** Where the system is; what is sent there must be meant for it. */
  public static final String ENDPOINT = "endpoint";

  /** False for what the server alone decides, such as which hosts may be reached. */
  public boolean mayBeOwn() {
    return !Boolean.TRUE.equals(schema.get("x-server-only"));
  }

  /** What is not described is taken for a secret. */
  public boolean isSecret(String setting) {
    return !SecretSettings.isOpen(schema, setting);
  }

  /**
   * The business's own settings over the server's. Where the business has the system elsewhere, no
   * secret of the server goes there.
   *
   * @param own empty for a setting of which the value is gone: the server's does not take its place
   */
  public Map<String, String> over(Map<String, String> server, Map<String, Optional<String>> own) {
    Map<String, String> settings = new HashMap<>(server);
    Optional<String> elsewhere = own.getOrDefault(ENDPOINT, Optional.empty());
    if (elsewhere.isPresent() && !elsewhere.get().equals(server.get(ENDPOINT))) {
      settings.keySet().removeIf(this::isSecret);
    }
    own.forEach(
        (setting, value) ->
            value.ifPresentOrElse(
                text -> settings.put(setting, text), () -> settings.remove(setting)));
    return Map.copyOf(settings);
  }
}
