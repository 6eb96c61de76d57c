package org.standardops.cdnsandbox.network;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** A file as the origin has it now. */
public record OriginFile(byte[] body, String contentType, String cacheControl, Instant modified) {

  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  public String etag() {
    return '"' + sha256().substring(0, 32) + '"';
  }
}
