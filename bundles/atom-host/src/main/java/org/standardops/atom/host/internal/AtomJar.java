package org.standardops.atom.host.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.standardops.services.port.BroughtAtom;
import org.standardops.services.port.BundleId;

/**
 * What was found in an atom bundle whose bytes were checked.
 *
 * @param sha256 of its bytes, hex
 * @param size in bytes
 */
record AtomJar(BundleId id, List<BroughtAtom> atoms, String sha256, long size) {

  static String sha256(Path jar) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(jar), sha256)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + jar + " cannot be read.", e);
    }
  }
}
