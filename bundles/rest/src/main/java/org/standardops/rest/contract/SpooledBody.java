package org.standardops.rest.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;

/**
 * The bytes of a large request, in a file that is gone when this is closed.
 *
 * @param sha256 of the bytes
 */
public record SpooledBody(Path file, byte[] sha256) implements AutoCloseable {

  /**
   * @throws ProductException TOO_LARGE
   */
  public static SpooledBody read(InputStream in, long maxBytes) throws IOException {
    Path file = Files.createTempFile("request", ".body");
    boolean done = false;
    try {
      SpooledBody body = new SpooledBody(file, copy(in, file, maxBytes));
      done = true;
      return body;
    } finally {
      if (!done) {
        Files.delete(file);
      }
    }
  }

  private static byte[] copy(InputStream in, Path file, long maxBytes) throws IOException {
    MessageDigest sha256 = sha256Digest();
    byte[] part = new byte[64 * 1024];
    long left = maxBytes;
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha256)) {
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        left -= n;
        if (left < 0) {
          Body.drain(in);
          throw new ProductException(
              ErrorCode.TOO_LARGE, "At most " + maxBytes + " bytes are taken here.");
        }
        out.write(part, 0, n);
      }
    }
    return sha256.digest();
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.delete(file);
  }
}
