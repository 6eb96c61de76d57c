package org.standardops.atom.tencent.cdn.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What one side answered for a URL. A header that is not there is an empty text. */
record Seen(
    int status, long length, String sha256, String contentType, String cacheControl, String etag) {

  private static final int CHUNK = 64 << 10;

  static Seen of(
      int status, Map<String, List<String>> headers, InputStream body, BooleanSupplier cancelled)
      throws IOException {
    MessageDigest digest = newDigest();
    byte[] chunk = new byte[CHUNK];
    long length = 0;
    for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
      if (cancelled.getAsBoolean()) {
        throw new IOException("The node was stopped.");
      }
      digest.update(chunk, 0, read);
      length += read;
    }
    return new Seen(
        status,
        length,
        HexFormat.of().formatHex(digest.digest()),
        header(headers, "content-type"),
        header(headers, "cache-control"),
        header(headers, "etag"));
  }

  private static String header(Map<String, List<String>> headers, String name) {
    return String.join(", ", headers.getOrDefault(name, List.of()));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
