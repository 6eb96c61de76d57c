package org.standardops.services.secret;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Secrets among the settings of a channel or connection: shown as a mark that, sent back, means
 * unchanged.
 */
public final class SecretSettings {

  private static final Map<String, Object> MARK = Map.of("secret", true);

  private SecretSettings() {}

  /** Settings as people may see them. */
  public static Map<String, Object> masked(
      Map<String, Object> schema, Map<String, Object> settings) {
    Map<String, Object> masked = new LinkedHashMap<>(settings);
    masked.replaceAll((name, value) -> isOpen(schema, name) ? value : MARK);
    return masked;
  }

  /** Settings as sent, with the stored secrets where marks are; a mark of none is left out. */
  public static Map<String, Object> unmasked(
      Map<String, Object> schema, Map<String, Object> sent, Map<String, Object> stored) {
    Map<String, Object> whole = new LinkedHashMap<>();
    sent.forEach(
        (name, value) -> {
          boolean marked = MARK.equals(value) && !isOpen(schema, name);
          if (!marked) {
            whole.put(name, value);
          } else if (stored.containsKey(name)) {
            whole.put(name, stored.get(name));
          }
        });
    return whole;
  }

  /** What a schema that is not there says nothing about may be a secret. */
  public static boolean isOpen(Map<String, Object> schema, String setting) {
    if (schema.get("properties") instanceof Map<?, ?> properties
        && properties.get(setting) instanceof Map<?, ?> property) {
      return !"secret".equals(property.get("format"));
    }
    return schema.get("patternProperties") instanceof Map<?, ?> patterns
        && patterns.entrySet().stream()
            .anyMatch(
                pattern ->
                    Pattern.compile((String) pattern.getKey()).matcher(setting).find()
                        && pattern.getValue() instanceof Map<?, ?> property
                        && !"secret".equals(property.get("format")));
  }
}
