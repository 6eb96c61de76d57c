package org.standardops.engine.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hides the secrets that a call got, in whatever text of it would show them: plain, URL-encoded, as
 * base64, escaped in JSON. Thread-safe.
 */
final class Masking {

  private static final String MASK = "******";

  /** Shorter values would mask half of every text and are no secrets. */
  private static final int SHORTEST = 4;

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();

  void add(String secret) {
    if (secret.length() >= SHORTEST) {
      secrets.add(secret);
      secrets.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
      secrets.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
      secrets.add(secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
    }
  }

  boolean isEmpty() {
    return secrets.isEmpty();
  }

  String mask(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = masked.replace(secret, MASK);
    }
    return masked;
  }
}
