package org.standardops.atom.host.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Version;
import org.standardops.model.task.AtomRef;

/**
 * What was found in an atom bundle whose bytes were checked.
 *
 * @param codes of its atoms
 * @param sha256 of its bytes, hex
 */
record AtomJar(String symbolicName, Version version, List<String> codes, String sha256) {

  Set<AtomRef> atoms() {
    return codes.stream()
        .map(code -> new AtomRef(code, version.toString()))
        .collect(Collectors.toUnmodifiableSet());
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
