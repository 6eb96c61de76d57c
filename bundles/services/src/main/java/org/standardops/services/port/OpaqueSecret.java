package org.standardops.services.port;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A secret that the server made and its holder shows. It has 256 bits of chance, so that a quick
 * hash is enough to keep it by.
 */
public record OpaqueSecret(String text) {

  private static final int BYTES = 32;

  /** A new one that begins so. */
  public static OpaqueSecret random(String prefix) {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new OpaqueSecret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** SHA-256 in hexadecimal digits. */
  public String hash() {
    return HexFormat.of().formatHex(sha256(text));
  }

  /** Another secret that follows from this one, and does not tell it. */
  public String derived(String purpose) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(purpose + "\n" + text));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  @Override
  public String toString() {
    return "a secret";
  }
}
