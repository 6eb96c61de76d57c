package org.standardops.atom.job.internal.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** A file of host keys as OpenSSH keeps it, hashed names included. */
public final class KnownHosts {

  private KnownHosts() {}

  /**
   * Every key that the file has for the host; revoked ones and those of authorities do not count.
   */
  public static List<String> keysOf(Path file, Address address) throws IOException {
    try {
      return KnownHostEntry.readKnownHostEntries(file).stream()
          .filter(entry -> entry.getMarker() == null || entry.getMarker().isEmpty())
          .filter(entry -> entry.isHostMatch(address.host(), address.port()))
          .map(entry -> keyOf(entry.getKeyEntry()))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static String keyOf(PublicKeyEntry entry) {
    return entry.getKeyType()
        + " "
        + entry.resolvePublicKeyEntryDataResolver().encodeEntryKeyData(entry.getKeyData());
  }
}
